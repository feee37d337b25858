package org.portaldesk.api.proxy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.patient.model.Age;
import org.portaldesk.api.patient.model.PersonName;
import org.portaldesk.api.patient.model.PostalAddress;
import org.portaldesk.api.proxy.model.Access;
import org.portaldesk.api.proxy.store.Beside;
import org.portaldesk.api.proxy.store.ReviewRow;
import org.portaldesk.api.request.model.Comparisons;
import org.portaldesk.api.request.model.OnRecord;
import org.portaldesk.contract.proxy.AnswerBy;
import org.portaldesk.contract.proxy.ProxyRequest;
import org.portaldesk.contract.proxy.ProxyRequest.Decision;
import org.portaldesk.contract.proxy.ProxyRequest.Document;
import org.portaldesk.contract.proxy.ProxyRequest.Proposed;
import org.portaldesk.contract.proxy.ProxyRequestItem;
import org.portaldesk.contract.proxy.ProxyRequestState;
import org.portaldesk.contract.proxy.SubmittedProxyRequest.Clock;
import org.portaldesk.contract.request.CodeRequest.Candidate;
import org.portaldesk.contract.request.CodeRequest.Claimed;
import org.portaldesk.contract.request.CodeRequest.Comparison;
import org.portaldesk.contract.request.CodeRequest.Outcome;
import org.portaldesk.contract.request.CodeRequestItem.Claim;
import org.portaldesk.contract.work.Severity;

/**
 * Requests as one member of staff sees them at one moment.
 *
 * @param caller their id
 */
record Views(Desk desk, String caller) {

    ProxyRequestItem item(ReviewRow row) {
        return new ProxyRequestItem(
                row.id(),
                row.life().state(),
                row.kind(),
                row.relationship(),
                row.record() == null ? null : row.record().id(),
                row.patientName(),
                claimedName(row),
                access(row).accessClass(),
                row.receivedAt(),
                clock(row),
                severity(row),
                row.pendReason(),
                claim(row),
                row.version());
    }

    /**
     * @param code the proxy's, where it was just handed over
     */
    ProxyRequest request(Beside beside, @Nullable String code) {
        var row = beside.row();
        var access = access(row);
        return new ProxyRequest(
                row.id(),
                row.life().state(),
                row.kind(),
                row.relationship(),
                row.proxy(),
                row.claimedPatient(),
                person(row),
                mismatches(beside),
                beside.patientCandidates().stream().map(like -> patient(row, like)).toList(),
                beside.proxyCandidates().stream().map(like -> proxy(row, like)).toList(),
                beside.contacts(),
                beside.grants(),
                beside.blocks(),
                access.accessClass(),
                access.areas(),
                access.reasons(),
                beside.documents(),
                hash(beside.documents()),
                row.receivedAt(),
                row.recordedBy(),
                clock(row),
                severity(row),
                row.pendReason(),
                claim(row),
                proposed(beside),
                decision(beside),
                answerBy(beside),
                code,
                row.version());
    }

    private static AnswerBy answerBy(Beside beside) {
        if (beside.row().proxy().email() != null) {
            return AnswerBy.EMAIL;
        }
        return beside.hasAddress() ? AnswerBy.LETTER : AnswerBy.NOBODY;
    }

    private Access access(ReviewRow row) {
        var record = row.record();
        return desk.access(
                row.birthDate(),
                record != null && record.deceased(),
                row.kind(),
                row.relationship());
    }

    private ProxyRequest.@Nullable Person person(ReviewRow row) {
        var record = row.record();
        return record == null
                ? null
                : new ProxyRequest.Person(
                        record.id(),
                        record.mrn(),
                        record.name().familyFirst(),
                        record.birthDate(),
                        Age.on(record.birthDate(), LocalDate.ofInstant(desk.now(), desk.zone())),
                        record.deceased());
    }

    private static Clock clock(ReviewRow row) {
        return row.life().isOver() || row.life().pausedAt() != null
                ? new Clock(null, null)
                : new Clock(row.promise().targetAt(), row.promise().dueAt());
    }

    private @Nullable Severity severity(ReviewRow row) {
        return row.life().isOver()
                ? null
                : desk.urgency().of(row.promise().dueAt(), row.life().pausedAt());
    }

    private @Nullable Claim claim(ReviewRow row) {
        var claim = row.claim();
        return claim == null || !claim.until().isAfter(row.now())
                ? null
                : new Claim(
                        claim.name(), claim.since(), claim.until(), claim.holder().equals(caller));
    }

    private static @Nullable Decision decision(Beside beside) {
        var row = beside.row();
        var decided = row.decided();
        if (decided != null) {
            return new Decision(
                    decided.by(), decided.at(), row.proposedBy(), row.reason(), beside.grant());
        }
        return null;
    }

    private @Nullable Proposed proposed(Beside beside) {
        var row = beside.row();
        var proposal = beside.proposal();
        var by = row.proposedBy();
        return proposal == null
                        || by == null
                        || row.life().state() != ProxyRequestState.AWAITING_SECOND_APPROVAL
                ? null
                : new Proposed(
                        by,
                        caller.equals(row.proposer()),
                        proposal.accessClass(),
                        proposal.areas(),
                        proposal.override(),
                        proposal.expiresOn(),
                        List.copyOf(Objects.requireNonNullElse(proposal.deviations(), Set.of())),
                        proposal.reason());
    }

    /**
     * What the best candidate's record says otherwise, in words; nothing where nobody is like it.
     */
    private static List<String> mismatches(Beside beside) {
        var row = beside.row();
        var words = new ArrayList<String>();
        beside.patientCandidates().stream()
                .findFirst()
                .ifPresent(like -> words.addAll(words("Patient", patient(row, like))));
        beside.proxyCandidates().stream()
                .findFirst()
                .ifPresent(like -> words.addAll(words("Proxy", proxy(row, like))));
        if (beside.contacts().stream().noneMatch(ProxyRequest.Contact::claimed)
                && row.record() != null) {
            words.add("The record does not name the proxy among the patient's contacts.");
        }
        return words;
    }

    private static List<String> words(String who, Candidate candidate) {
        return candidate.fields().stream()
                .filter(field -> field.outcome() == Outcome.MISMATCH)
                .map(field -> inWords(who, field))
                .toList();
    }

    private static String inWords(String who, Comparison field) {
        var name = field.field().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return "%s: %s is “%s” as claimed and “%s” on record."
                .formatted(who, name, field.claimed(), field.onRecord());
    }

    private static Candidate patient(ReviewRow row, Beside.Like like) {
        var claimed = Objects.requireNonNull(row.claimedPatient());
        return candidate(
                new Claimed(
                        claimed.givenName(),
                        claimed.familyName(),
                        claimed.birthDate(),
                        null,
                        null,
                        null,
                        null,
                        null),
                like);
    }

    private static Candidate proxy(ReviewRow row, Beside.Like like) {
        var claimed = row.proxy();
        return candidate(
                new Claimed(
                        claimed.givenName(),
                        claimed.familyName(),
                        claimed.birthDate(),
                        null,
                        claimed.email(),
                        claimed.phone(),
                        null,
                        null),
                like);
    }

    private static Candidate candidate(Claimed claimed, Beside.Like like) {
        var name = new PersonName(like.family(), like.given()).familyFirst();
        if (like.closed()) {
            return Candidate.restricted(like.id(), name);
        }
        var record =
                new OnRecord(
                        like.given(),
                        like.family(),
                        like.birthDate(),
                        null,
                        like.emails(),
                        like.phones(),
                        new PostalAddress(List.of(), null, null, null, null));
        var fields =
                Comparisons.of(claimed, record).stream()
                        .filter(field -> field.claimed() != null)
                        .toList();
        return new Candidate(
                like.id(), like.mrn(), name, like.account(), like.deceased(), false, fields);
    }

    private static String claimedName(ReviewRow row) {
        return new PersonName(row.proxy().familyName(), row.proxy().givenName()).familyFirst();
    }

    /** As {@code DocumentSql.PAPERS} says it. */
    private static @Nullable String hash(List<Document> documents) {
        return switch (documents.size()) {
            case 0 -> null;
            case 1 -> documents.getFirst().sha256();
            default ->
                    sha256(documents.stream().map(Document::sha256).collect(Collectors.joining()));
        };
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
