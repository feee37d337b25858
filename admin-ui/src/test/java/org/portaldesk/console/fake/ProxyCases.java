package org.portaldesk.console.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.portaldesk.contract.proxy.AccessClass;
import org.portaldesk.contract.proxy.AnswerBy;
import org.portaldesk.contract.proxy.ApproveProxyRequest;
import org.portaldesk.contract.proxy.ApproveProxyRequest.Basis;
import org.portaldesk.contract.proxy.Area;
import org.portaldesk.contract.proxy.AreaAccess;
import org.portaldesk.contract.proxy.ClaimedProxy;
import org.portaldesk.contract.proxy.ProxyKind;
import org.portaldesk.contract.proxy.ProxyRequest;
import org.portaldesk.contract.proxy.ProxyRequest.ClaimedPatient;
import org.portaldesk.contract.proxy.ProxyRequest.Contact;
import org.portaldesk.contract.proxy.ProxyRequest.Document;
import org.portaldesk.contract.proxy.ProxyRequest.Person;
import org.portaldesk.contract.proxy.ProxyRequest.Proposed;
import org.portaldesk.contract.proxy.ProxyRequestState;
import org.portaldesk.contract.proxy.Relationship;
import org.portaldesk.contract.proxy.SubmittedProxyRequest.Clock;
import org.portaldesk.contract.proxy.Why;
import org.portaldesk.contract.work.Severity;

/**
 * Requests for proxy access as they come in: children’s, adults’, from the portal, against the
 * rule.
 */
final class ProxyCases {

    static final Map<Area, AreaAccess> EVERYTHING =
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

    private ProxyCases() {}

    static List<ProxyRequest> all() {
        var all = new ArrayList<ProxyRequest>();
        all.add(
                minors(
                        ProxyRequests.TOMAS,
                        "Nienow, Tomás",
                        9,
                        new Parent("Lena", "Nienow"),
                        5,
                        pages(1, 2)));
        all.add(
                adults(
                        ProxyRequests.MARA,
                        "Kuhlman, Marcela",
                        new Parent("Ruben", "Kuhlman"),
                        -3,
                        3));
        all.add(portals());
        var kais =
                minors(
                        ProxyRequests.KAIS,
                        "Hand, Zoë",
                        14,
                        new Parent("Darius", "Hand"),
                        26,
                        pages(4, 1));
        all.add(ProxyChanges.claimed(kais, false, 9));
        var aside =
                minors(
                        ProxyRequests.ASIDE,
                        "Boyle, Ciera",
                        4,
                        new Parent("Ann", "Boyle"),
                        50,
                        List.of());
        var waits = "WAITING_FOR_DOCUMENT";
        all.add(ProxyChanges.with(aside, ProxyRequestState.PENDED, null, null, null, waits));
        all.add(proposed());
        var aunt = new Parent("Ruth", "Oduya");
        all.add(minors(ProxyRequests.GUARDIANS, "Oduya, Sam", 6, aunt, 60, pages(9, 1)));
        var denied =
                minors(
                        ProxyRequests.DENIED,
                        "Grimes, Noah",
                        12,
                        new Parent("Kit", "Grimes"),
                        2,
                        pages(6, 1));
        all.add(ProxyChanges.decided(denied, ProxyRequestState.DENIED, "AUTHORITY_NOT_PROVEN"));
        all.add(
                minors(
                        ProxyRequests.LONG_AGO,
                        "O’Neill-Featherstonehaugh, Zoë Anne",
                        16,
                        new Parent("Maximiliana", "O’Neill-Featherstonehaugh"),
                        -70,
                        pages(7, 1)));
        return all;
    }

    record Parent(String given, String family) {}

    static List<Document> pages(int number, int pages) {
        return List.of(
                new Document(
                        new UUID(8, number),
                        "application/pdf",
                        pages,
                        180_000,
                        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a0" + number,
                        Instant.now().minus(Duration.ofHours(20)),
                        null,
                        null));
    }

    static ProxyRequest minors(
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
                id.equals(ProxyRequests.GUARDIANS) ? Relationship.GUARDIAN : Relationship.PARENT,
                new ClaimedProxy(
                        parent.given(),
                        parent.family(),
                        LocalDate.of(1986, 3, 9),
                        "parent@example.org",
                        "(617) 555-0142",
                        null),
                null,
                who,
                List.of(),
                List.of(),
                List.of(Candidates.of(parent)),
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
                answerBy(id),
                null,
                1);
    }

    private static AnswerBy answerBy(UUID id) {
        if (id.equals(ProxyRequests.LONG_AGO)) {
            return AnswerBy.NOBODY;
        }
        return id.equals(ProxyRequests.TOMAS) ? AnswerBy.LETTER : AnswerBy.EMAIL;
    }

    static Clock clock(int dueInHours) {
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

    static ProxyRequest adults(UUID id, String patient, Parent spouse, int dueInHours, int pages) {
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
                AnswerBy.EMAIL,
                null,
                1);
    }

    static ProxyRequest portals() {
        var one =
                minors(ProxyRequests.PORTAL, "x", 11, new Parent("Adán", "Delrío"), 30, List.of());
        return new ProxyRequest(
                ProxyRequests.PORTAL,
                one.state(),
                one.kind(),
                Relationship.PARENT,
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
                AnswerBy.EMAIL,
                null,
                1);
    }

    static ProxyRequest proposed() {
        var one =
                minors(
                        ProxyRequests.PROPOSED,
                        "Hand, Ida",
                        15,
                        new Parent("Olga", "Hand"),
                        20,
                        pages(5, 1));
        return ProxyChanges.with(
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
                        LocalDate.now().plusMonths(6),
                        List.of(),
                        null),
                null,
                null);
    }
}
