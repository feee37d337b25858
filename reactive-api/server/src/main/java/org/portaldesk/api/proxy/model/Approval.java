package org.portaldesk.api.proxy.model;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.problem.Problem.FieldError;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.proxy.AccessClass;
import org.portaldesk.contract.proxy.ApproveProxyRequest;
import org.portaldesk.contract.proxy.ApproveProxyRequest.Override;
import org.portaldesk.contract.proxy.ApproveProxyRequest.Paper;
import org.portaldesk.contract.proxy.Area;
import org.portaldesk.contract.proxy.AreaAccess;
import org.portaldesk.contract.proxy.PaperType;
import org.portaldesk.contract.proxy.ProxyKind;

/**
 * Whether a reviewer may grant what they want to grant, by what they have checked and by the rule.
 *
 * @see "DOMAIN.md, section 3, Proxy"
 */
public sealed interface Approval {

    /** The rule gives it. */
    record Granted(Proposal proposal) implements Approval {}

    /** It goes against the rule: a second person must agree. */
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
            refusal = byPapers(found, wish);
        }
        if (refusal != null) {
            return refusal;
        }
        if (found.life() instanceof ReviewLife.AwaitingSecondApproval) {
            return new Seconded(Objects.requireNonNull(found.proposal()));
        }
        var missing = missing(found, wish, rule, found.now().atZone(zone).toLocalDate());
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

    private static List<FieldError> missing(
            ReviewCase found, ApproveProxyRequest wish, Access rule, LocalDate today) {
        var missing = new ArrayList<FieldError>();
        if (!Boolean.TRUE.equals(wish.identityVerified())) {
            missing.add(new FieldError("identityVerified", "must be checked"));
        }
        if (!Boolean.TRUE.equals(wish.authorityVerified())) {
            missing.add(new FieldError("authorityVerified", "must be checked"));
        }
        var checklist = wish.checklist();
        if (found.kind() == ProxyKind.ADULT && (checklist == null || !checklist.complete())) {
            missing.add(new FieldError("checklist", "must be complete"));
        }
        missing.addAll(missingPapers(found, wish, today));
        var expires = wish.expiresOn();
        if (expires == null && (found.kind() == ProxyKind.ADULT || wish.override() != null)) {
            missing.add(new FieldError("expiresOn", "must be given"));
        }
        if (expires != null && expires.isBefore(today)) {
            missing.add(new FieldError("expiresOn", "has passed"));
        }
        if (needsAssent(wish, rule) && !Boolean.TRUE.equals(wish.assent())) {
            missing.add(new FieldError("assent", "full access at this age needs the patient's"));
        }
        return missing;
    }

    private static List<FieldError> missingPapers(
            ReviewCase found, ApproveProxyRequest wish, LocalDate today) {
        var papers = wish.papers();
        if (papers == null) {
            return List.of();
        }
        var missing = new ArrayList<FieldError>();
        if (papers.stream()
                .anyMatch(one -> !found.papers().documents().contains(one.documentId()))) {
            missing.add(new FieldError("papers", "must be documents of this request"));
        }
        var authority = authority(found, papers);
        if (authority.isEmpty() && !PaperType.neededFor(found.relationship()).isEmpty()) {
            missing.add(new FieldError("papers", "none gives the authority that is claimed"));
        }
        if (authority.stream().anyMatch(one -> hasEnded(one, today))) {
            missing.add(new FieldError("papers", "the paper that gives the authority has ended"));
        }
        return missing;
    }

    /** The papers on which the proxy's authority stands. */
    private static List<Paper> authority(ReviewCase found, @Nullable List<Paper> papers) {
        var needed = PaperType.neededFor(found.relationship());
        return papers == null
                ? List.of()
                : papers.stream().filter(one -> needed.contains(one.type())).toList();
    }

    private static boolean hasEnded(Paper paper, LocalDate today) {
        return paper.endsOn() != null && paper.endsOn().isBefore(today);
    }

    /**
     * With the form, or with the first paper on which the authority stands, if that ends sooner.
     */
    private static @Nullable LocalDate end(ReviewCase found, ApproveProxyRequest wish) {
        return Stream.concat(
                        Stream.ofNullable(wish.expiresOn()),
                        authority(found, wish.papers()).stream()
                                .flatMap(paper -> Stream.ofNullable(paper.endsOn())))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static boolean needsAssent(ApproveProxyRequest wish, Access rule) {
        return rule.assentForFull()
                && wish.override() != null
                && wish.override().accessClass() == AccessClass.MINOR_FULL;
    }

    private static Approval byRule(
            ReviewCase found, ApproveProxyRequest wish, Access rule, ZoneId zone) {
        if (Objects.requireNonNull(found.patient()).id().equals(wish.proxyPatientId())) {
            return refused(ProblemCode.AGAINST_RULE, "Nobody is a proxy for themselves.");
        }
        var override = wish.override();
        if (override != null) {
            return against(found, wish, rule, override, zone);
        }
        if (rule.accessClass() == AccessClass.NONE) {
            return refused(ProblemCode.AGAINST_RULE, rule.reasons().getLast().text());
        }
        var beyond = beyond(wish.areas(), rule);
        if (!beyond.isEmpty()) {
            return refused(
                    ProblemCode.AGAINST_RULE,
                    "The rule gives less in: %s.".formatted(words(beyond)));
        }
        var areas = wish.areas() == null ? rule.areas() : wish.areas();
        return new Granted(proposal(found, wish, rule.accessClass(), areas, zone));
    }

    /** No reason makes a parent's right of an adult's record, or gives anything of the dead. */
    private static Approval against(
            ReviewCase found,
            ApproveProxyRequest wish,
            Access rule,
            Override override,
            ZoneId zone) {
        var possible =
                switch (override.accessClass()) {
                    case MINOR_FULL, MINOR_LIMITED ->
                            found.kind() == ProxyKind.MINOR && !says(rule, "NOT_A_MINOR");
                    case ADULT -> found.kind() == ProxyKind.ADULT && !says(rule, "NOT_AN_ADULT");
                    case NONE -> false;
                };
        if (!possible || says(rule, "DECEASED")) {
            return refused(
                    ProblemCode.AGAINST_RULE, "This class cannot be given here, by any reason.");
        }
        var areas = wish.areas() == null ? everything() : wish.areas();
        return new Proposed(proposal(found, wish, override.accessClass(), areas, zone));
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
        var expires = end(found, wish);
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
                wish.papers());
    }

    private static Refused refused(ProblemCode code, String detail) {
        return new Refused(code, detail, List.of());
    }
}
