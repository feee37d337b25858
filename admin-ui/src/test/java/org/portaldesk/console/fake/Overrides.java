package org.portaldesk.console.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.activation.Channel;
import org.portaldesk.contract.activation.ContactOverride;
import org.portaldesk.contract.activation.ContactOverride.Collision;
import org.portaldesk.contract.activation.ContactOverride.State;
import org.portaldesk.contract.activation.ContactOverrideApi;
import org.portaldesk.contract.activation.Reason;
import reactor.core.publisher.Mono;

/** What a second person is asked, and says. */
public final class Overrides implements ContactOverrideApi {

    private final Desk desk;
    private final List<ContactOverride> overrides = new ArrayList<>();

    Overrides(Desk desk) {
        this.desk = desk;
        reset();
    }

    public final synchronized void reset() {
        overrides.clear();
        overrides.add(
                override(
                        1,
                        "Nienow, Brunilda Lucinda",
                        Channel.EMAIL,
                        Set.of(Collision.SHARED_BY_MANY, Collision.RECENTLY_CHANGED),
                        "She read the address out at the desk, with her ID in hand."));
        overrides.add(
                override(
                        2,
                        "Hand, Darius",
                        Channel.LETTER,
                        Set.of(Collision.GUARDIANS_CONTACT),
                        "Lives with his guardian; both asked for it together."));
        overrides.add(
                decided(
                        override(
                                3,
                                "Boyle, Ciera",
                                Channel.EMAIL,
                                Set.of(Collision.RECENTLY_CHANGED),
                                "Changed by the clinic on Monday."),
                        State.DECLINED,
                        "The contact has not been checked"));
    }

    /** Takes all from the desk. */
    public synchronized void clear() {
        overrides.clear();
    }

    private static ContactOverride override(
            int n, String name, Channel channel, Set<Collision> collisions, String reason) {
        return new ContactOverride(
                new UUID(2, n),
                Patients.BRUNILDA,
                name,
                "c07a6f3b-a00" + n,
                channel,
                collisions,
                State.REQUESTED,
                reason,
                "Hana Kim",
                Instant.now().minus(Duration.ofHours(n)),
                null,
                null,
                null,
                null,
                1);
    }

    private static ContactOverride decided(ContactOverride one, State state, String reason) {
        return new ContactOverride(
                one.id(),
                one.patientId(),
                one.patientName(),
                one.mrn(),
                one.channel(),
                one.collisions(),
                state,
                one.reason(),
                one.requestedBy(),
                one.requestedAt(),
                "Rosa Ortega",
                Instant.now(),
                reason,
                state == State.APPROVED ? Instant.now().plus(Duration.ofHours(24)) : null,
                one.version() + 1);
    }

    @Override
    public Mono<ContactOverride> ask(UUID patientId, Ask ask) {
        return desk.act(
                "ask override",
                () ->
                        override(
                                9,
                                "Nienow, Brunilda Lucinda",
                                ask.channel(),
                                Set.of(Collision.SHARED_BY_MANY),
                                ask.reason()));
    }

    @Override
    public Mono<Page<ContactOverride>> list(
            @Nullable State state, @Nullable String cursor, @Nullable Integer limit) {
        return desk.read("overrides " + state, () -> new Page<>(in(state), null));
    }

    private synchronized List<ContactOverride> in(@Nullable State state) {
        return overrides.stream().filter(one -> state == null || one.state() == state).toList();
    }

    @Override
    public Mono<ContactOverride> approve(UUID id, Reason reason) {
        return decide("agree", id, State.APPROVED, reason);
    }

    @Override
    public Mono<ContactOverride> decline(UUID id, Reason reason) {
        return decide("decline", id, State.DECLINED, reason);
    }

    private Mono<ContactOverride> decide(String act, UUID id, State state, Reason reason) {
        return desk.act(
                act + " because " + reason.reason(),
                () -> {
                    synchronized (this) {
                        overrides.replaceAll(
                                one ->
                                        one.id().equals(id)
                                                ? decided(one, state, reason.reason())
                                                : one);
                        return overrides.stream()
                                .filter(one -> one.id().equals(id))
                                .findFirst()
                                .orElseThrow();
                    }
                });
    }
}
