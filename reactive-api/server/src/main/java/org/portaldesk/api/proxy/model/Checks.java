package org.portaldesk.api.proxy.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.problem.Problem.FieldError;
import org.portaldesk.contract.proxy.AccessClass;
import org.portaldesk.contract.proxy.ApproveProxyRequest;
import org.portaldesk.contract.proxy.ApproveProxyRequest.Paper;
import org.portaldesk.contract.proxy.Deviation;
import org.portaldesk.contract.proxy.PaperType;
import org.portaldesk.contract.proxy.ProxyKind;

/** What a reviewer must have checked and said before an approval, field by field. */
final class Checks {

    private static final String SAY_WHY = "say why, and a second person must agree";

    private Checks() {}

    static List<FieldError> missing(
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
        if (reason(wish) == null) {
            found.chosen().deviations().stream()
                    .sorted()
                    .map(Checks::unexplained)
                    .forEach(missing::add);
        }
        var expires = wish.expiresOn();
        if (expires == null && needsEnd(found, wish)) {
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
        if (papers.stream().map(Paper::documentId).distinct().count() < papers.size()) {
            missing.add(new FieldError("papers", "must name each document once"));
        }
        var authority = authority(found, papers);
        if (authority.stream().anyMatch(one -> hasEnded(one, today))) {
            missing.add(new FieldError("papers", "the paper that gives the authority has ended"));
        }
        return missing;
    }

    /** Where the approval leaves what was asked for, which only two people may, with a reason. */
    private static FieldError unexplained(Deviation deviation) {
        return switch (deviation) {
            case OTHER_PATIENT ->
                    new FieldError(
                            "patientId", "is not the patient that was asked for: " + SAY_WHY);
            case OTHER_PROXY ->
                    new FieldError("proxyPatientId", "is not the person who asked: " + SAY_WHY);
            case NO_AUTHORITY_PAPER ->
                    new FieldError(
                            "papers", "none gives the authority that is claimed: " + SAY_WHY);
        };
    }

    /** Why two people should go beside the rule or the request; absent where nobody says. */
    static @Nullable String reason(ApproveProxyRequest wish) {
        var override = wish.override();
        var reason = override == null ? wish.reason() : override.reason();
        return reason == null || reason.isBlank() ? null : reason.strip();
    }

    private static boolean needsEnd(ReviewCase found, ApproveProxyRequest wish) {
        return found.kind() == ProxyKind.ADULT
                || wish.override() != null
                || found.chosen().deviations().contains(Deviation.NO_AUTHORITY_PAPER);
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
    static @Nullable LocalDate end(ReviewCase found, ApproveProxyRequest wish) {
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
}
