package org.portaldesk.api.proxy.model;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.problem.Problem.FieldError;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.proxy.AccessClass;
import org.portaldesk.contract.proxy.ApproveProxyRequest;
import org.portaldesk.contract.proxy.ApproveProxyRequest.Override;
import org.portaldesk.contract.proxy.Area;
import org.portaldesk.contract.proxy.AreaAccess;
import org.portaldesk.contract.proxy.Deviation;
import org.portaldesk.contract.proxy.ProxyKind;

/**
 * Whether a reviewer may grant what they want to grant, by what they have checked and by the rule.
 *
 * @see "DOMAIN.md, section 3, Proxy"
 */
public sealed interface Approval {

    /** The rule gives it. */
    record Granted(Proposal proposal) implements Approval {}

    /** It goes against the rule, or leaves what was asked for: a second person must agree. */
    record Proposed(Proposal proposal) implements Approval {}

    /** A second person agrees to what the first one has proposed. */
    record Seconded(Proposal proposal) implements Approval {}

    /**
     * @param fields what is missing, where something is
     */
    record Refused(ProblemCode code, String detail, List<FieldError> fields) implements Approval {}

    /**
     * @param found the request, with the record that it is about
     * @param rule what the policy gives today
     */
    static Approval judge(
            ReviewCase found, String caller, ApproveProxyRequest wish, Access rule, ZoneId zone) {
        var refusal = byPerson(found, caller);
        if (refusal == null) {
            refusal = byRecords(found, wish);
        }
        if (refusal == null) {
            refusal = byPapers(found, wish);
        }
        if (refusal != null) {
            return refusal;
        }
        var today = found.now().atZone(zone).toLocalDate();
        if (found.life() instanceof ReviewLife.AwaitingSecondApproval) {
            return second(found, Objects.requireNonNull(found.proposal()), rule, today);
        }
        var missing = Checks.missing(found, wish, rule, today);
        if (!missing.isEmpty()) {
            return new Refused(
                    ProblemCode.INCOMPLETE, "Check everything that the decision needs.", missing);
        }
        return byRule(found, wish, rule, zone);
    }

    private static @Nullable Refused byPerson(ReviewCase found, String caller) {
        if (caller.equals(found.recordedBy()) || caller.equals(found.proposedBy())) {
            return refused(
                    ProblemCode.SAME_PERSON,
                    "Whoever recorded or first approved the request cannot approve it.");
        }
        if (found.callerIsRelated()) {
            return refused(
                    ProblemCode.SAME_PERSON,
                    "You are, live with, or bear the name of one of the people of this request.");
        }
        return found.blocked()
                ? refused(ProblemCode.BLOCKED, "The record says that this person is never a proxy.")
                : null;
    }

    /** Records that cannot be chosen at all, by nobody and two people neither. */
    private static @Nullable Refused byRecords(ReviewCase found, ApproveProxyRequest wish) {
        var patient = Objects.requireNonNull(found.patient()).id();
        if (wish.patientId() != null && !wish.patientId().equals(patient)) {
            return refused("patientId", "is not the patient of this request");
        }
        if (!found.chosen().proxyIsKnown()) {
            return refused("proxyPatientId", "is not a patient");
        }
        return found.chosen().proxyIsAsker()
                        && found.chosen().deviations().contains(Deviation.OTHER_PROXY)
                ? refused("proxyPatientId", "whoever asked at the portal is the proxy")
                : null;
    }

    /**
     * What the first person has approved, unless the papers, the records or the day have moved on
     * since.
     */
    private static Approval second(
            ReviewCase found, Proposal proposal, Access rule, LocalDate today) {
        if (!proposal.names(found.chosen().deviations())) {
            return refused(
                    ProblemCode.AGAINST_RULE,
                    "The records have changed since the first approval: take the request up again, or deny it.");
        }
        if (proposal.expiresOn() != null && proposal.expiresOn().isBefore(today)) {
            return refused("expiresOn", "has passed");
        }
        var refusal = byRule(found, proposal.override(), proposal.areas(), rule);
        return refusal == null ? new Seconded(proposal) : refusal;
    }

    private static @Nullable Refused byPapers(ReviewCase found, ApproveProxyRequest wish) {
        var papers = found.papers();
        if (found.kind() == ProxyKind.ADULT && papers.documents().isEmpty()) {
            return refused(
                    ProblemCode.INCOMPLETE, "An adult's access needs the signed form attached.");
        }
        var seen = wish.documentSha256();
        if (papers.sha256() != null && seen == null) {
            return new Refused(
                    ProblemCode.INCOMPLETE,
                    "Say which document you have seen.",
                    List.of(new FieldError("documentSha256", "is missing")));
        }
        return papers.sha256() == null || papers.sha256().equalsIgnoreCase(seen)
                ? null
                : refused(
                        ProblemCode.DOCUMENT_CHANGED,
                        "The document is not the one that you have seen. Look again.");
    }

    private static Approval byRule(
            ReviewCase found, ApproveProxyRequest wish, Access rule, ZoneId zone) {
        if (Objects.requireNonNull(found.patient()).id().equals(wish.proxyPatientId())) {
            return refused(ProblemCode.AGAINST_RULE, "Nobody is a proxy for themselves.");
        }
        var override = wish.override();
        var refusal = byRule(found, override, wish.areas(), rule);
        if (refusal != null) {
            return refusal;
        }
        if (override != null) {
            var areas = wish.areas() == null ? everything() : wish.areas();
            return new Proposed(proposal(found, wish, override.accessClass(), areas, zone));
        }
        var areas = wish.areas() == null ? rule.areas() : wish.areas();
        var proposal = proposal(found, wish, rule.accessClass(), areas, zone);
        return found.chosen().deviations().isEmpty()
                ? new Granted(proposal)
                : new Proposed(proposal);
    }

    /** What the rule of this day has against it. */
    private static @Nullable Refused byRule(
            ReviewCase found,
            @Nullable Override override,
            @Nullable Map<Area, AreaAccess> areas,
            Access rule) {
        if (override != null) {
            return isPossible(found, override.accessClass(), rule)
                    ? null
                    : refused(
                            ProblemCode.AGAINST_RULE,
                            "This class cannot be given here, by any reason.");
        }
        if (rule.accessClass() == AccessClass.NONE) {
            return refused(ProblemCode.AGAINST_RULE, rule.reasons().getLast().text());
        }
        var beyond = beyond(areas, rule);
        return beyond.isEmpty()
                ? null
                : refused(
                        ProblemCode.AGAINST_RULE,
                        "The rule gives less in: %s.".formatted(words(beyond)));
    }

    /** No reason makes a parent's right of an adult's record, or gives anything of the dead. */
    private static boolean isPossible(ReviewCase found, AccessClass accessClass, Access rule) {
        return !says(rule, "DECEASED")
                && switch (accessClass) {
                    case MINOR_FULL, MINOR_LIMITED ->
                            found.kind() == ProxyKind.MINOR && !says(rule, "NOT_A_MINOR");
                    case ADULT -> found.kind() == ProxyKind.ADULT && !says(rule, "NOT_AN_ADULT");
                    case NONE -> false;
                };
    }

    private static boolean says(Access rule, String code) {
        return rule.reasons().stream().anyMatch(why -> why.code().equals(code));
    }

    private static Map<Area, AreaAccess> everything() {
        return EnumSet.allOf(Area.class).stream()
                .collect(Collectors.toMap(area -> area, area -> AreaAccess.ACT));
    }

    private static Set<Area> beyond(@Nullable Map<Area, AreaAccess> wanted, Access rule) {
        var beyond = EnumSet.noneOf(Area.class);
        if (wanted != null) {
            wanted.forEach(
                    (area, level) -> {
                        if (level.compareTo(rule.areas().getOrDefault(area, AreaAccess.NONE)) > 0) {
                            beyond.add(area);
                        }
                    });
        }
        return beyond;
    }

    private static String words(Set<Area> areas) {
        return String.join(", ", areas.stream().map(Enum::name).toList());
    }

    private static Proposal proposal(
            ReviewCase found,
            ApproveProxyRequest wish,
            AccessClass accessClass,
            Map<Area, AreaAccess> areas,
            ZoneId zone) {
        var expires = Checks.end(found, wish);
        return new Proposal(
                Objects.requireNonNull(found.patient()).id(),
                wish.proxyPatientId(),
                accessClass,
                Access.some(areas),
                wish.checklist(),
                true,
                true,
                Boolean.TRUE.equals(wish.assent()),
                found.papers().sha256(),
                expires,
                expires == null ? null : expires.plusDays(1).atStartOfDay(zone).toInstant(),
                wish.override(),
                Boolean.TRUE.equals(wish.patientCode()),
                wish.papers(),
                found.chosen().deviations(),
                Checks.reason(wish));
    }

    private static Refused refused(String field, String detail) {
        return new Refused(
                ProblemCode.INCOMPLETE,
                "Check everything that the decision needs.",
                List.of(new FieldError(field, detail)));
    }

    private static Refused refused(ProblemCode code, String detail) {
        return new Refused(code, detail, List.of());
    }
}
