package org.portaldesk.console.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.request.CodeRequest;
import org.portaldesk.contract.request.CodeRequestApi;
import org.portaldesk.contract.request.CodeRequestItem;
import org.portaldesk.contract.request.CodeRequestState;
import org.portaldesk.contract.request.DeliverBy;
import org.portaldesk.contract.request.RequestSource;
import org.portaldesk.contract.work.Onlookers;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;

/** Requests for a code, late and not so late, that are claimed and decided as the real ones are. */
public final class Requests implements CodeRequestApi {

    public static final UUID MARCELA = new UUID(5, 1);
    public static final UUID ADAN = new UUID(5, 2);
    public static final UUID BRUNILDA = new UUID(5, 3);
    public static final UUID NOBODY = new UUID(5, 4);
    public static final UUID KAIS = new UUID(5, 5);
    public static final UUID WAITING = new UUID(5, 6);
    public static final UUID DENIED = new UUID(5, 7);

    private final Desk desk;
    private final List<CodeRequest> requests = new ArrayList<>();

    Requests(Desk desk) {
        this.desk = desk;
        reset();
    }

    public final synchronized void reset() {
        requests.clear();
        requests.add(open(MARCELA, "Marcela", "Kuhlman", -75));
        requests.add(open(ADAN, "Adán", "Delrío", -5));
        requests.add(open(BRUNILDA, "Brunilda", "Nienow", 3));
        requests.add(open(NOBODY, "Zoë Anne", "O’Neill-Featherstonehaugh", 30));
        requests.add(claimed(open(KAIS, "Ciera", "Boyle", 40), false, 9));
        requests.add(
                decided(open(WAITING, "Darius", "Hand", 1), "NEEDS_INFORMATION", "NAME_DIFFERS"));
        requests.add(decided(open(DENIED, "Noah", "Grimes", 1), "DENIED", "NO_MATCHING_RECORD"));
    }

    /** A request as it is now. */
    public synchronized CodeRequest one(UUID id) {
        return requests.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    /** Somebody else takes it. */
    public synchronized void takenByKai(UUID id) {
        requests.replaceAll(one -> one.id().equals(id) ? claimed(one, false, 14) : one);
    }

    /** Somebody else decides it. */
    public synchronized void deniedByKai(UUID id) {
        requests.replaceAll(
                one -> one.id().equals(id) ? decided(one, "DENIED", "DUPLICATE_REQUEST") : one);
    }

    /** The person at the screen holds it, until in so many minutes. */
    public synchronized void mine(UUID id, int minutes) {
        requests.replaceAll(one -> one.id().equals(id) ? claimed(one, true, minutes) : one);
    }

    private static CodeRequest open(UUID id, String given, String family, int dueInHours) {
        var now = Instant.now();
        return new CodeRequest(
                id,
                "R-7F3K-" + id.getLeastSignificantBits() + "QX",
                CodeRequestState.SUBMITTED,
                new CodeRequest.Claimed(
                        given,
                        family,
                        LocalDate.of(1998, 6, 4),
                        "4821",
                        "b.nienow@example.org",
                        null,
                        "14 Marsh Road, Marshfield, Massachusetts 02050",
                        "I moved in spring and never got the letter."),
                DeliverBy.EMAIL,
                RequestSource.PORTAL,
                now.minus(Duration.ofHours(20)),
                now.plus(Duration.ofHours(dueInHours - 24L)),
                now.plus(Duration.ofHours(dueInHours)),
                null,
                id.equals(NOBODY) ? List.of() : Candidates.ofBrunilda(),
                null,
                1);
    }

    private static CodeRequest with(
            CodeRequest one,
            CodeRequestState state,
            CodeRequestItem.@Nullable Claim claim,
            CodeRequest.@Nullable Decision decision) {
        boolean over = decision != null;
        return new CodeRequest(
                one.id(),
                one.reference(),
                state,
                one.claimed(),
                one.deliverBy(),
                one.source(),
                one.receivedAt(),
                one.targetAt(),
                over ? null : one.dueAt(),
                claim,
                over ? List.of() : one.candidates(),
                decision,
                one.version() + 1);
    }

    private static CodeRequest claimed(CodeRequest one, boolean mine, int minutes) {
        var until = Instant.now().plus(Duration.ofMinutes(minutes));
        return with(
                one,
                CodeRequestState.IN_REVIEW,
                new CodeRequestItem.Claim(
                        mine ? "Hana Kim" : "Kai Brown",
                        until.minus(Duration.ofMinutes(15)),
                        until,
                        mine),
                null);
    }

    private static CodeRequest decided(CodeRequest one, String state, @Nullable String reason) {
        return with(
                one,
                CodeRequestState.valueOf(state),
                null,
                new CodeRequest.Decision(
                        "Kai Brown",
                        Instant.now().minus(Duration.ofMinutes(4)),
                        reason,
                        reason == null ? Patients.BRUNILDA : null));
    }

    @Override
    public Mono<ResponseEntity<Page<CodeRequestItem>>> list(
            @Nullable CodeRequestState state,
            @Nullable String cursor,
            @Nullable Integer limit,
            @Nullable String seen) {
        return desk.readUnlessSeen("requests " + state, () -> new Page<>(rows(state), null), seen);
    }

    @Override
    public Mono<Onlookers> look(UUID id) {
        return desk.read("look at " + id, () -> new Onlookers(List.of()));
    }

    private synchronized List<CodeRequestItem> rows(@Nullable CodeRequestState state) {
        return requests.stream()
                .filter(one -> state == null || one.state() == state)
                .map(Requests::row)
                .sorted(
                        Comparator.comparing(
                                CodeRequestItem::dueAt,
                                Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private static CodeRequestItem row(CodeRequest one) {
        return new CodeRequestItem(
                one.id(),
                one.reference(),
                one.state(),
                one.claimed().familyName() + ", " + one.claimed().givenName(),
                one.deliverBy(),
                one.source(),
                one.receivedAt(),
                one.targetAt(),
                one.dueAt(),
                one.claim(),
                one.version());
    }

    @Override
    public Mono<CodeRequest> get(UUID id) {
        return desk.read("request " + id, () -> one(id));
    }

    @Override
    public Mono<CodeRequest> claim(UUID id, @Nullable String ifMatch) {
        return change("claim", id, ifMatch, one -> claimed(one, true, 15));
    }

    @Override
    public Mono<CodeRequest> release(UUID id, @Nullable String ifMatch) {
        return change(
                "release", id, ifMatch, one -> with(one, CodeRequestState.SUBMITTED, null, null));
    }

    @Override
    public Mono<CodeRequest> approve(UUID id, Approve approve, @Nullable String ifMatch) {
        return change(
                "approve for " + approve.patientId() + " by " + approve.channel(),
                id,
                ifMatch,
                one -> decided(one, "APPROVED", null));
    }

    @Override
    public Mono<CodeRequest> deny(UUID id, Deny deny, @Nullable String ifMatch) {
        return change(
                "deny because " + deny.reason(),
                id,
                ifMatch,
                one -> decided(one, "DENIED", deny.reason().name()));
    }

    @Override
    public Mono<CodeRequest> ask(UUID id, Ask ask, @Nullable String ifMatch) {
        return change(
                "ask for " + ask.reason(),
                id,
                ifMatch,
                one -> decided(one, "NEEDS_INFORMATION", ask.reason().name()));
    }

    @Override
    public Mono<CodeRequest> resume(UUID id, @Nullable String ifMatch) {
        return change(
                "resume",
                id,
                ifMatch,
                one -> {
                    var open = open(id, one.claimed().givenName(), one.claimed().familyName(), 5);
                    return with(open, CodeRequestState.SUBMITTED, null, null);
                });
    }

    private Mono<CodeRequest> change(
            String act, UUID id, @Nullable String ifMatch, UnaryOperator<CodeRequest> how) {
        return desk.act(
                act,
                () -> {
                    synchronized (this) {
                        var before = one(id);
                        var state = before.state();
                        Conflicts.refuse(
                                before.claim(),
                                state == CodeRequestState.APPROVED
                                        || state == CodeRequestState.DENIED,
                                before.version(),
                                ifMatch);
                        var after = how.apply(before);
                        requests.replaceAll(one -> one.id().equals(id) ? after : one);
                        return after;
                    }
                });
    }
}
