package org.portaldesk.console.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.proxy.ApproveProxyRequest;
import org.portaldesk.contract.proxy.Area;
import org.portaldesk.contract.proxy.Deviation;
import org.portaldesk.contract.proxy.ProxyRequest;
import org.portaldesk.contract.proxy.ProxyRequest.Decision;
import org.portaldesk.contract.proxy.ProxyRequest.Proposed;
import org.portaldesk.contract.proxy.ProxyRequestItem;
import org.portaldesk.contract.proxy.ProxyRequestState;
import org.portaldesk.contract.proxy.SubmittedProxyRequest.Clock;
import org.portaldesk.contract.request.CodeRequestItem.Claim;
import org.portaldesk.contract.work.Severity;

/** Requests as acts leave them. */
final class ProxyChanges {

    private ProxyChanges() {}

    static ProxyRequest claimed(ProxyRequest one, boolean mine, int minutes) {
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

    static ProxyRequest decided(
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

    static ProxyRequest with(
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
                one.answerBy(),
                null,
                one.version() + 1);
    }

    /** Approved, with a code that is handed over. */
    static ProxyRequest withCode(ProxyRequest one) {
        return new ProxyRequest(
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
                one.answerBy(),
                "7K3MX-P9QRT-2VWYZ",
                one.version());
    }

    /** What waits for a second person after the one who is signed in. */
    static Proposed proposed(ProxyRequest one, ApproveProxyRequest approve) {
        var override = approve.override();
        return new Proposed(
                "Hana Kim",
                true,
                override == null ? one.accessClass() : override.accessClass(),
                ProxyCases.EVERYTHING,
                override,
                approve.expiresOn(),
                approve.reason() == null ? List.of() : List.of(Deviation.OTHER_PATIENT),
                approve.reason());
    }

    /** As the queue shows it. */
    static ProxyRequestItem row(ProxyRequest one) {
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

    /** What an approval asks for. */
    static String words(ApproveProxyRequest approve) {
        var checklist = approve.checklist();
        return "approve patient %s proxy %s identity %s authority %s checklist %s seen %s until %s areas %s code %s papers %s override %s because %s"
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
                        approve.papers() == null
                                ? "none"
                                : approve.papers().stream()
                                        .map(ApproveProxyRequest.Paper::type)
                                        .toList(),
                        approve.override() == null ? "none" : approve.override().basis(),
                        approve.reason());
    }
}
