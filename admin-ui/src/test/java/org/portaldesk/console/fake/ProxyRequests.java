package org.portaldesk.console.fake;

import static org.portaldesk.console.fake.ProxyChanges.claimed;
import static org.portaldesk.console.fake.ProxyChanges.decided;
import static org.portaldesk.console.fake.ProxyChanges.with;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.ApiException;
import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.proxy.ApproveProxyRequest;
import org.portaldesk.contract.proxy.ProxyRequest;
import org.portaldesk.contract.proxy.ProxyRequestApi;
import org.portaldesk.contract.proxy.ProxyRequestItem;
import org.portaldesk.contract.proxy.ProxyRequestState;
import org.portaldesk.contract.proxy.SubmitProxyRequest;
import org.portaldesk.contract.proxy.SubmittedProxyRequest;
import org.portaldesk.contract.work.Onlookers;
import org.portaldesk.contract.work.Severity;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.Part;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Requests for proxy access that are claimed and decided as the real ones are. */
public final class ProxyRequests implements ProxyRequestApi {

    /** A parent's for a child, on paper, due soon. */
    public static final UUID TOMAS = new UUID(7, 1);

    /** A spouse's for an adult, with a form of three pages, late. */
    public static final UUID MARA = new UUID(7, 2);

    /** A parent's from the portal, with candidates and without a form. */
    public static final UUID PORTAL = new UUID(7, 3);

    public static final UUID KAIS = new UUID(7, 4);
    public static final UUID ASIDE = new UUID(7, 5);
    public static final UUID PROPOSED = new UUID(7, 6);
    public static final UUID DENIED = new UUID(7, 7);
    public static final UUID LONG_AGO = new UUID(7, 8);
    public static final UUID GUARDIANS = new UUID(7, 9);

    private static final Instant SINCE = Instant.now().minus(Duration.ofMinutes(3));

    private final Desk desk;
    private final Set<UUID> onlookers = new HashSet<>();
    private final List<ProxyRequest> requests = new ArrayList<>();
    private volatile boolean withEmail = true;

    ProxyRequests(Desk desk) {
        this.desk = desk;
        reset();
    }

    public final synchronized void reset() {
        withEmail = true;
        requests.clear();
        onlookers.clear();
        requests.addAll(ProxyCases.all());
    }

    /** A request as it is now. */
    public synchronized ProxyRequest one(UUID id) {
        return requests.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () ->
                                new ApiException(
                                        new ApiFailure.Refused(
                                                Desk.problem(ProblemCode.NOT_FOUND))));
    }

    /** Somebody else takes it. */
    public synchronized void takenByKai(UUID id) {
        put(claimed(one(id), false, 14));
    }

    /** Somebody else decides it. */
    public synchronized void deniedByKai(UUID id) {
        put(decided(one(id), ProxyRequestState.DENIED, "DUPLICATE_REQUEST"));
    }

    /** The person at the screen holds it, until in so many minutes. */
    public synchronized void mine(UUID id, int minutes) {
        put(claimed(one(id), true, minutes));
    }

    /** From now on approvals hand a code over. */
    public void withoutEmail() {
        withEmail = false;
    }

    private void put(ProxyRequest now) {
        requests.replaceAll(one -> one.id().equals(now.id()) ? now : one);
    }

    private ProxyRequest answered(ProxyRequest approved) {
        return withEmail ? approved : ProxyChanges.withCode(approved);
    }

    @Override
    public Mono<ResponseEntity<Page<ProxyRequestItem>>> list(
            @Nullable ProxyRequestState state,
            @Nullable Severity due,
            @Nullable Boolean mine,
            @Nullable String cursor,
            @Nullable Integer limit,
            @Nullable String seen) {
        return desk.readUnlessSeen(
                "proxy requests " + state + (mine == null ? "" : " mine"),
                () -> new Page<>(rows(state, Boolean.TRUE.equals(mine)), null),
                seen);
    }

    private synchronized List<ProxyRequestItem> rows(
            @Nullable ProxyRequestState state, boolean mine) {
        var over = Set.copyOf(EnumSet.of(ProxyRequestState.APPROVED, ProxyRequestState.DENIED));
        return requests.stream()
                .filter(one -> state == null ? !over.contains(one.state()) : one.state() == state)
                .filter(one -> !mine || one.claim() != null && one.claim().mine())
                .map(ProxyChanges::row)
                .sorted(
                        Comparator.comparing(
                                row -> row.clock().dueAt(),
                                Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /** Somebody else has it on their screen. */
    public synchronized void kaiLooksAt(UUID id) {
        onlookers.add(id);
    }

    @Override
    public Mono<Onlookers> look(UUID id) {
        return desk.read("look at " + id, () -> onlookers(id));
    }

    private synchronized Onlookers onlookers(UUID id) {
        return new Onlookers(
                onlookers.contains(id)
                        ? List.of(new Onlookers.Onlooker("Kai Brown", SINCE))
                        : List.of());
    }

    @Override
    public Mono<ProxyRequest> get(UUID id) {
        return desk.read("proxy request " + id, () -> one(id));
    }

    @Override
    public Mono<byte[]> page(UUID id, UUID documentId, int page) {
        return desk.read("page " + page, () -> Scans.page(page));
    }

    @Override
    public Mono<SubmittedProxyRequest> submit(
            SubmitProxyRequest request, Flux<Part> form, @Nullable String idempotencyKey) {
        throw new UnsupportedOperationException("a server's way to write it");
    }

    @Override
    public Mono<ProxyRequest> addDocuments(UUID id, Flux<Part> form) {
        throw new UnsupportedOperationException("a server's way to write it");
    }

    @Override
    public Mono<ProxyRequest> claim(UUID id, @Nullable String ifMatch) {
        return change("claim", id, ifMatch, one -> claimed(one, true, 15));
    }

    @Override
    public Mono<ProxyRequest> release(UUID id, @Nullable String ifMatch) {
        return change(
                "release",
                id,
                ifMatch,
                one -> with(one, ProxyRequestState.SUBMITTED, null, null, null, null));
    }

    @Override
    public Mono<ProxyRequest> reassign(UUID id, Reassign reassign, @Nullable String ifMatch) {
        return desk.act(
                "reassign to " + reassign.to(),
                () -> {
                    synchronized (this) {
                        put(claimed(one(id), false, 15));
                        return one(id);
                    }
                });
    }

    @Override
    public Mono<ProxyRequest> pend(UUID id, Pend pend, @Nullable String ifMatch) {
        return change(
                "pend because " + pend.reason(),
                id,
                ifMatch,
                one -> with(one, ProxyRequestState.PENDED, null, null, null, pend.reason().name()));
    }

    @Override
    public Mono<ProxyRequest> resume(UUID id, @Nullable String ifMatch) {
        return change(
                "resume",
                id,
                ifMatch,
                one ->
                        claimed(
                                with(one, ProxyRequestState.SUBMITTED, null, null, null, null),
                                true,
                                15));
    }

    @Override
    public Mono<ProxyRequest> approve(
            UUID id, ApproveProxyRequest approve, @Nullable String ifMatch) {
        return change(
                ProxyChanges.words(approve),
                id,
                ifMatch,
                one ->
                        one.proposed() != null
                                        || approve.override() == null && approve.reason() == null
                                ? answered(decided(one, ProxyRequestState.APPROVED, null))
                                : with(
                                        one,
                                        ProxyRequestState.AWAITING_SECOND_APPROVAL,
                                        null,
                                        ProxyChanges.proposed(one, approve),
                                        null,
                                        null));
    }

    @Override
    public Mono<ProxyRequest> deny(UUID id, Deny deny, @Nullable String ifMatch) {
        return change(
                "deny because " + deny.reason(),
                id,
                ifMatch,
                one -> decided(one, ProxyRequestState.DENIED, deny.reason().name()));
    }

    @Override
    public Mono<ProxyRequest> ask(UUID id, Ask ask, @Nullable String ifMatch) {
        return change(
                "ask for " + ask.reason(),
                id,
                ifMatch,
                one ->
                        with(
                                one,
                                ProxyRequestState.NEEDS_INFORMATION,
                                null,
                                null,
                                null,
                                ask.reason().name()));
    }

    private Mono<ProxyRequest> change(
            String act, UUID id, @Nullable String ifMatch, UnaryOperator<ProxyRequest> how) {
        return desk.act(
                act,
                () -> {
                    synchronized (this) {
                        var before = one(id);
                        Conflicts.refuse(
                                before.claim(),
                                before.decision() != null,
                                before.version(),
                                ifMatch);
                        var after = how.apply(before);
                        put(after);
                        return after;
                    }
                });
    }
}
