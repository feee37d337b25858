package org.portaldesk.console.fake;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.ApiException;
import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.console.gateway.FormUploadApi;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.patient.AccountState;
import org.portaldesk.contract.problem.Problem;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.proxy.AccessClass;
import org.portaldesk.contract.proxy.ApproveProxyRequest;
import org.portaldesk.contract.proxy.ApproveProxyRequest.Basis;
import org.portaldesk.contract.proxy.Area;
import org.portaldesk.contract.proxy.AreaAccess;
import org.portaldesk.contract.proxy.ClaimedProxy;
import org.portaldesk.contract.proxy.ProxyKind;
import org.portaldesk.contract.proxy.ProxyRequest;
import org.portaldesk.contract.proxy.ProxyRequest.ClaimedPatient;
import org.portaldesk.contract.proxy.ProxyRequest.Contact;
import org.portaldesk.contract.proxy.ProxyRequest.Decision;
import org.portaldesk.contract.proxy.ProxyRequest.Document;
import org.portaldesk.contract.proxy.ProxyRequest.Person;
import org.portaldesk.contract.proxy.ProxyRequest.Proposed;
import org.portaldesk.contract.proxy.ProxyRequestApi;
import org.portaldesk.contract.proxy.ProxyRequestItem;
import org.portaldesk.contract.proxy.ProxyRequestState;
import org.portaldesk.contract.proxy.Relationship;
import org.portaldesk.contract.proxy.SubmitProxyRequest;
import org.portaldesk.contract.proxy.SubmittedProxyRequest;
import org.portaldesk.contract.proxy.SubmittedProxyRequest.Clock;
import org.portaldesk.contract.proxy.Why;
import org.portaldesk.contract.request.CodeRequest.Candidate;
import org.portaldesk.contract.request.CodeRequest.Comparison;
import org.portaldesk.contract.request.CodeRequest.Field;
import org.portaldesk.contract.request.CodeRequest.Outcome;
import org.portaldesk.contract.request.CodeRequestItem.Claim;
import org.portaldesk.contract.work.Severity;
import org.springframework.core.io.Resource;
import org.springframework.http.codec.multipart.Part;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Requests for proxy access that are claimed and decided as the real ones are. */
public final class ProxyRequests implements ProxyRequestApi, FormUploadApi {

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

    private static final Map<Area, AreaAccess> EVERYTHING =
            Map.of(
                    Area.RESULTS, AreaAccess.ACT,
                    Area.NOTES, AreaAccess.ACT,
                    Area.MEDICATIONS, AreaAccess.ACT,
                    Area.VISITS, AreaAccess.ACT,
                    Area.MESSAGES, AreaAccess.ACT,
                    Area.BILLING, AreaAccess.ACT);

    private static final Map<Area, AreaAccess> LIMITED =
            Map.of(
                    Area.VISITS, AreaAccess.ACT,
                    Area.MESSAGES, AreaAccess.ACT,
                    Area.BILLING, AreaAccess.VIEW);

    private final Desk desk;
    private final List<ProxyRequest> requests = new ArrayList<>();
    private volatile boolean withEmail = true;

    ProxyRequests(Desk desk) {
        this.desk = desk;
        reset();
    }

    public final synchronized void reset() {
        withEmail = true;
        requests.clear();
        requests.add(
                minors(TOMAS, "Nienow, Tomás", 9, new Parent("Lena", "Nienow"), 5, pages(1, 2)));
        requests.add(adults(MARA, "Kuhlman, Marcela", new Parent("Ruben", "Kuhlman"), -3, 3));
        requests.add(portals());
        requests.add(
                claimed(
                        minors(
                                KAIS,
                                "Hand, Zoë",
                                14,
                                new Parent("Darius", "Hand"),
                                26,
                                pages(4, 1)),
                        false,
                        9));
        requests.add(
                with(
                        minors(ASIDE, "Boyle, Ciera", 4, new Parent("Ann", "Boyle"), 50, List.of()),
                        ProxyRequestState.PENDED,
                        null,
                        null,
                        null,
                        "WAITING_FOR_DOCUMENT"));
        requests.add(proposed());
        requests.add(
                decided(
                        minors(
                                DENIED,
                                "Grimes, Noah",
                                12,
                                new Parent("Kit", "Grimes"),
                                2,
                                pages(6, 1)),
                        ProxyRequestState.DENIED,
                        "AUTHORITY_NOT_PROVEN"));
        requests.add(
                minors(
                        LONG_AGO,
                        "O’Neill-Featherstonehaugh, Zoë Anne",
                        16,
                        new Parent("Maximiliana", "O’Neill-Featherstonehaugh"),
                        -70,
                        pages(7, 1)));
    }

    private record Parent(String given, String family) {}

    private static List<Document> pages(int number, int pages) {
        return List.of(
                new Document(
                        new UUID(8, number),
                        "application/pdf",
                        pages,
                        180_000,
                        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a0" + number,
                        Instant.now().minus(Duration.ofHours(20))));
    }

    private static ProxyRequest minors(
            UUID id,
            String patient,
            int age,
            Parent parent,
            int dueInHours,
            List<Document> papers) {
        var full = age < 13;
        var who =
                new Person(
                        Patients.BRUNILDA,
                        "c07a6f3b-a001",
                        patient,
                        LocalDate.now().minusYears(age).minusDays(40),
                        age,
                        false);
        return new ProxyRequest(
                id,
                ProxyRequestState.SUBMITTED,
                ProxyKind.MINOR,
                Relationship.PARENT,
                new ClaimedProxy(
                        parent.given(),
                        parent.family(),
                        LocalDate.of(1986, 3, 9),
                        "parent@example.org",
                        "(617) 555-0142"),
                null,
                who,
                List.of(),
                List.of(),
                List.of(self(parent)),
                List.of(
                        new Contact(
                                parent.family() + ", " + parent.given(),
                                "MOTHER",
                                "(617) 555-0142",
                                null,
                                true)),
                List.of(),
                List.of(),
                full ? AccessClass.MINOR_FULL : AccessClass.MINOR_LIMITED,
                full ? EVERYTHING : LIMITED,
                List.of(
                        new Why(
                                "AGE_BAND",
                                "The patient is %d.".formatted(age),
                                "Policy “Full access to 12”, age band "
                                        + (full ? "0–12" : "13–17")),
                        new Why(
                                "PARENT",
                                "A parent stands for the child.",
                                "45 CFR 164.502(g)(3)")),
                papers,
                papers.isEmpty() ? null : papers.getFirst().sha256(),
                Instant.now().minus(Duration.ofHours(20)),
                "Hana Kim",
                clock(dueInHours),
                severity(dueInHours),
                null,
                null,
                null,
                null,
                null,
                1);
    }

    private static Candidate self(Parent parent) {
        return new Candidate(
                Patients.CIERA,
                "c07a6f3b-a002",
                parent.family() + ", " + parent.given(),
                AccountState.ACTIVE,
                false,
                List.of(
                        new Comparison(
                                Field.GIVEN_NAME, parent.given(), parent.given(), Outcome.MATCH),
                        new Comparison(
                                Field.FAMILY_NAME, parent.family(), parent.family(), Outcome.MATCH),
                        new Comparison(Field.BIRTH_DATE, "1986-03-09", "1986-03-09", Outcome.MATCH),
                        new Comparison(
                                Field.EMAIL,
                                "parent@example.org",
                                "l.nienow@example.org",
                                Outcome.MISMATCH),
                        new Comparison(
                                Field.PHONE, "(617) 555-0142", "(617) 555-0142", Outcome.MATCH)));
    }

    private static Clock clock(int dueInHours) {
        var due = Instant.now().plus(Duration.ofHours(dueInHours));
        return new Clock(due.minus(Duration.ofHours(24)), due);
    }

    private static Severity severity(int dueInHours) {
        return dueInHours < -24
                ? Severity.CRITICALLY_OVERDUE
                : dueInHours < 0
                        ? Severity.OVERDUE
                        : dueInHours < 24 ? Severity.DUE_SOON : Severity.NOT_DUE_YET;
    }

    private static ProxyRequest adults(
            UUID id, String patient, Parent spouse, int dueInHours, int pages) {
        var one = minors(id, patient, 9, spouse, dueInHours, pages(2, pages));
        return new ProxyRequest(
                id,
                one.state(),
                ProxyKind.ADULT,
                Relationship.SPOUSE,
                one.proxy(),
                null,
                new Person(
                        Patients.CIERA,
                        "c07a6f3b-a002",
                        patient,
                        LocalDate.of(1963, 3, 12),
                        63,
                        false),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Contact("Kuhlman, Bo", "SIBLING", "(617) 555-0199", null, false)),
                List.of(),
                List.of(),
                AccessClass.ADULT,
                EVERYTHING,
                List.of(
                        new Why(
                                "ADULT",
                                "The patient is 63.",
                                "Policy “Full access to 12”, adults"),
                        new Why("AUTHORIZATION", "The form says so.", "45 CFR 164.508(c)")),
                one.documents(),
                one.documentSha256(),
                one.receivedAt(),
                one.recordedBy(),
                one.clock(),
                one.severity(),
                null,
                null,
                null,
                null,
                null,
                1);
    }

    private static ProxyRequest portals() {
        var one = minors(PORTAL, "x", 11, new Parent("Adán", "Delrío"), 30, List.of());
        return new ProxyRequest(
                PORTAL,
                one.state(),
                one.kind(),
                Relationship.GUARDIAN,
                one.proxy(),
                new ClaimedPatient("Brunilda", "Nienow", LocalDate.of(1998, 6, 4)),
                null,
                List.of(),
                Candidates.ofBrunilda(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                one.accessClass(),
                one.areas(),
                one.reasons(),
                List.of(),
                null,
                one.receivedAt(),
                null,
                one.clock(),
                one.severity(),
                null,
                null,
                null,
                null,
                null,
                1);
    }

    private static ProxyRequest proposed() {
        var one = minors(PROPOSED, "Hand, Ida", 15, new Parent("Olga", "Hand"), 20, pages(5, 1));
        return with(
                one,
                ProxyRequestState.AWAITING_SECOND_APPROVAL,
                null,
                new Proposed(
                        "Kai Brown",
                        false,
                        AccessClass.MINOR_FULL,
                        EVERYTHING,
                        new ApproveProxyRequest.Override(
                                AccessClass.MINOR_FULL,
                                Basis.DIMINISHED_CAPACITY,
                                "Court order of 3 March; she cannot manage her own medication."),
                        LocalDate.now().plusMonths(6)),
                null,
                null);
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

    private static ProxyRequest claimed(ProxyRequest one, boolean mine, int minutes) {
        var until = Instant.now().plus(Duration.ofMinutes(minutes));
        var state =
                one.state() == ProxyRequestState.SUBMITTED
                        ? ProxyRequestState.IN_REVIEW
                        : one.state();
        return with(
                one,
                state,
                new Claim(
                        mine ? "Hana Kim" : "Kai Brown",
                        until.minus(Duration.ofMinutes(15)),
                        until,
                        mine),
                one.proposed(),
                null,
                one.pendReason());
    }

    private static ProxyRequest decided(
            ProxyRequest one, ProxyRequestState state, @Nullable String reason) {
        return with(
                one,
                state,
                null,
                null,
                new Decision(
                        "Kai Brown",
                        Instant.now().minus(Duration.ofMinutes(4)),
                        null,
                        reason,
                        state == ProxyRequestState.APPROVED ? new UUID(9, 1) : null),
                null);
    }

    private static ProxyRequest with(
            ProxyRequest one,
            ProxyRequestState state,
            @Nullable Claim claim,
            @Nullable Proposed proposed,
            @Nullable Decision decision,
            @Nullable String pendReason) {
        boolean still = decision != null || pendReason != null;
        return new ProxyRequest(
                one.id(),
                state,
                one.kind(),
                one.relationship(),
                one.proxy(),
                one.claimedPatient(),
                one.patient(),
                one.mismatches(),
                one.patientCandidates(),
                one.proxyCandidates(),
                one.suggestedContacts(),
                one.grants(),
                one.blocks(),
                one.accessClass(),
                one.areas(),
                one.reasons(),
                one.documents(),
                one.documentSha256(),
                one.receivedAt(),
                one.recordedBy(),
                still ? new Clock(null, null) : one.clock(),
                decision != null ? null : pendReason != null ? Severity.PAUSED : one.severity(),
                pendReason,
                claim,
                proposed,
                decision,
                null,
                one.version() + 1);
    }

    private ProxyRequest withCode(ProxyRequest one) {
        return withEmail
                ? one
                : new ProxyRequest(
                        one.id(),
                        one.state(),
                        one.kind(),
                        one.relationship(),
                        one.proxy(),
                        one.claimedPatient(),
                        one.patient(),
                        one.mismatches(),
                        one.patientCandidates(),
                        one.proxyCandidates(),
                        one.suggestedContacts(),
                        one.grants(),
                        one.blocks(),
                        one.accessClass(),
                        one.areas(),
                        one.reasons(),
                        one.documents(),
                        one.documentSha256(),
                        one.receivedAt(),
                        one.recordedBy(),
                        one.clock(),
                        one.severity(),
                        one.pendReason(),
                        one.claim(),
                        one.proposed(),
                        one.decision(),
                        "7K3MX-P9QRT-2VWYZ",
                        one.version());
    }

    @Override
    public Mono<Page<ProxyRequestItem>> list(
            @Nullable ProxyRequestState state,
            @Nullable Severity due,
            @Nullable Boolean mine,
            @Nullable String cursor,
            @Nullable Integer limit) {
        return desk.read(
                "proxy requests " + state + (mine == null ? "" : " mine"),
                () -> new Page<>(rows(state, Boolean.TRUE.equals(mine)), null));
    }

    private synchronized List<ProxyRequestItem> rows(
            @Nullable ProxyRequestState state, boolean mine) {
        var over = Set.copyOf(EnumSet.of(ProxyRequestState.APPROVED, ProxyRequestState.DENIED));
        return requests.stream()
                .filter(one -> state == null ? !over.contains(one.state()) : one.state() == state)
                .filter(one -> !mine || one.claim() != null && one.claim().mine())
                .map(ProxyRequests::row)
                .sorted(
                        Comparator.comparing(
                                row -> row.clock().dueAt(),
                                Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private static ProxyRequestItem row(ProxyRequest one) {
        var patient = one.patient();
        var claimed = one.claimedPatient();
        return new ProxyRequestItem(
                one.id(),
                one.state(),
                one.kind(),
                one.relationship(),
                patient == null ? null : patient.id(),
                patient != null
                        ? patient.name()
                        : claimed == null ? "" : claimed.familyName() + ", " + claimed.givenName(),
                one.proxy().familyName() + ", " + one.proxy().givenName(),
                one.accessClass(),
                one.receivedAt(),
                one.clock(),
                one.severity(),
                one.pendReason(),
                one.claim(),
                one.version());
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
            SubmitProxyRequest request, List<Resource> form, @Nullable String idempotencyKey) {
        return desk.act(
                "record for %s by %s with %d files"
                        .formatted(request.patientId(), request.proxy().familyName(), form.size()),
                () ->
                        new SubmittedProxyRequest(
                                TOMAS,
                                ProxyRequestState.SUBMITTED,
                                AccessClass.MINOR_FULL,
                                List.of(),
                                clock(30)));
    }

    @Override
    public Mono<ProxyRequest> addDocuments(UUID id, List<Resource> form) {
        return desk.act(
                "add " + form.size() + " files",
                () -> {
                    synchronized (this) {
                        var one = one(id);
                        return one;
                    }
                });
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
                words(approve),
                id,
                ifMatch,
                one ->
                        approve.override() == null || one.proposed() != null
                                ? withCode(decided(one, ProxyRequestState.APPROVED, null))
                                : with(
                                        one,
                                        ProxyRequestState.AWAITING_SECOND_APPROVAL,
                                        null,
                                        new Proposed(
                                                "Hana Kim",
                                                true,
                                                approve.override().accessClass(),
                                                EVERYTHING,
                                                approve.override(),
                                                approve.expiresOn()),
                                        null,
                                        null));
    }

    private static String words(ApproveProxyRequest approve) {
        var checklist = approve.checklist();
        return "approve patient %s proxy %s identity %s authority %s checklist %s seen %s until %s areas %s code %s override %s"
                .formatted(
                        approve.patientId(),
                        approve.proxyPatientId(),
                        approve.identityVerified(),
                        approve.authorityVerified(),
                        checklist == null ? "none" : checklist.complete(),
                        approve.documentSha256() != null,
                        approve.expiresOn(),
                        approve.areas() == null
                                ? "by rule"
                                : Arrays.stream(Area.values())
                                        .map(area -> approve.areas().get(area))
                                        .toList(),
                        approve.patientCode(),
                        approve.override() == null ? "none" : approve.override().basis());
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
                        refuseConflict(before, ifMatch);
                        var after = how.apply(before);
                        put(after);
                        return after;
                    }
                });
    }

    private static void refuseConflict(ProxyRequest now, @Nullable String ifMatch) {
        var claim = now.claim();
        if (claim != null && !claim.mine()) {
            throw refusal(
                    ProblemCode.CLAIMED,
                    new Problem.Claim(claim.by(), claim.since(), claim.until()));
        }
        if (now.decision() != null) {
            throw refusal(ProblemCode.STATE_CONFLICT, null);
        }
        if (ifMatch != null && !ifMatch.equals("\"" + now.version() + "\"")) {
            throw refusal(ProblemCode.STALE, null);
        }
    }

    private static ApiException refusal(ProblemCode code, Problem.@Nullable Claim claim) {
        return new ApiException(
                new ApiFailure.Refused(
                        new Problem(
                                URI.create("about:blank"),
                                code.title(),
                                code.status(),
                                null,
                                code,
                                "4c5d1ab07f21",
                                null,
                                claim)));
    }
}
