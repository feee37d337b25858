package org.portaldesk.contract.proxy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Versioned;
import org.portaldesk.contract.request.CodeRequest.Candidate;
import org.portaldesk.contract.request.CodeRequestItem.Claim;
import org.portaldesk.contract.work.Severity;

/**
 * A request for proxy access with all that a decision needs.
 *
 * @param claimedPatient as a requester at the portal named them; absent on staff's requests
 * @param patient on record, where a record is chosen
 * @param mismatches what differs between claim and record, one sentence each
 * @param patientCandidates whose record it may be about, best first; only while none is chosen
 * @param proxyCandidates patients who may be the proxy, best first
 * @param accessClass what the rule gives today
 * @param areas the most that it gives in each area
 * @param documentSha256 of what a decision must have seen: the document's own hash where there is
 *     one, the hash of their hashes in order where there are more; absent without documents
 * @param proposed what somebody would grant against the rule, while a second person is waited for
 * @param answerBy how the requester hears of a decision
 * @param activationCode the proxy's code in clear, in the answer to an approval that hands it over
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProxyRequest(
        UUID id,
        ProxyRequestState state,
        ProxyKind kind,
        Relationship relationship,
        ClaimedProxy proxy,
        @Nullable ClaimedPatient claimedPatient,
        @Nullable Person patient,
        List<String> mismatches,
        List<Candidate> patientCandidates,
        List<Candidate> proxyCandidates,
        List<Contact> suggestedContacts,
        List<ProxyGrant> grants,
        List<ProxyBlock> blocks,
        AccessClass accessClass,
        Map<Area, AreaAccess> areas,
        List<Why> reasons,
        List<Document> documents,
        @Nullable String documentSha256,
        Instant receivedAt,
        @Nullable String recordedBy,
        SubmittedProxyRequest.Clock clock,
        @Nullable Severity severity,
        @Nullable String pendReason,
        @Nullable Claim claim,
        @Nullable Proposed proposed,
        @Nullable Decision decision,
        AnswerBy answerBy,
        @Nullable String activationCode,
        int version)
        implements Versioned {

    /** Whom a requester at the portal asks to see. */
    public record ClaimedPatient(String givenName, String familyName, LocalDate birthDate) {}

    /** A person on record. */
    public record Person(
            UUID id, String mrn, String name, LocalDate birthDate, int age, boolean deceased) {}

    /**
     * Somebody whom the record names beside the patient.
     *
     * @param claimed whether the claimed proxy has that name, e-mail or phone
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Contact(
            String name,
            @Nullable String relationship,
            @Nullable String phone,
            @Nullable String email,
            boolean claimed) {}

    /**
     * @param sha256 of the original, in hexadecimal
     * @param type as whoever decided it found; absent until then
     * @param endsOn the last day of what it says, where that was found
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Document(
            UUID id,
            String mediaType,
            int pages,
            int bytes,
            String sha256,
            Instant receivedAt,
            @Nullable PaperType type,
            @Nullable LocalDate endsOn) {}

    /**
     * What a second person is asked to agree to.
     *
     * @param mine whether the caller has proposed it, and so cannot agree
     * @param deviations where it leaves what was asked for
     * @param reason why it does
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Proposed(
            String by,
            boolean mine,
            AccessClass accessClass,
            Map<Area, AreaAccess> areas,
            ApproveProxyRequest.@Nullable Override override,
            @Nullable LocalDate expiresOn,
            List<Deviation> deviations,
            @Nullable String reason) {}

    /**
     * @param firstBy who approved first, where a second person had to agree
     * @param reason coded on denial, in words where two have agreed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Decision(
            String by,
            Instant at,
            @Nullable String firstBy,
            @Nullable String reason,
            @Nullable UUID grantId) {}
}
