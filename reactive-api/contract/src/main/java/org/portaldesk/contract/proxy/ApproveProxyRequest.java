package org.portaldesk.contract.proxy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer has checked, and what they grant. The second person's approval needs {@code
 * documentSha256} alone.
 *
 * @param patientId whose record; only for requests from the portal, which name no record
 * @param proxyPatientId the patient whom the proxy is found to be
 * @param identityVerified that the proxy is who they say
 * @param authorityVerified that they may have what they ask for
 * @param documentSha256 as the request shows it; where it has no document, left out
 * @param expiresOn the last day of the form
 * @param areas at most what the rule gives, which it is where this is left out
 * @param assent whether a teenager's assent is on file
 * @param override to go against the rule; a second person must agree
 * @param patientCode whether the patient gets an activation code, too
 * @param papers what the documents are; the grant ends with a paper that gives the authority. A
 *     guardian's and an agent's must stand on one of the right type, or a second person must agree
 * @param reason why, where the approval leaves what was asked for: see {@link Deviation}
 */
public record ApproveProxyRequest(
        @Nullable UUID patientId,
        @Nullable UUID proxyPatientId,
        @Nullable Checklist checklist,
        @Nullable Boolean identityVerified,
        @Nullable Boolean authorityVerified,
        @Size(max = 64) @Nullable String documentSha256,
        @Nullable LocalDate expiresOn,
        @Nullable Map<Area, AreaAccess> areas,
        @Nullable Boolean assent,
        @Valid @Nullable Override override,
        @Nullable Boolean patientCode,
        @Size(max = 50) @Nullable List<@Valid Paper> papers,
        @Size(max = 500) @Nullable String reason) {

    /**
     * One of the request's documents.
     *
     * @param endsOn the last day of what it says; absent where it names none
     */
    public record Paper(
            @NotNull UUID documentId, @NotNull PaperType type, @Nullable LocalDate endsOn) {}

    /**
     * The parts of a valid authorization, each seen on the form.
     *
     * @see "45 CFR 164.508(c)(1)"
     */
    public record Checklist(
            boolean description,
            boolean discloser,
            boolean recipient,
            boolean purpose,
            boolean expiry,
            boolean signatureAndDate,
            boolean representativeAuthority) {

        /** Whether every part is there. */
        public boolean complete() {
            return description
                    && discloser
                    && recipient
                    && purpose
                    && expiry
                    && signatureAndDate
                    && representativeAuthority;
        }
    }

    /** On what an override stands. */
    public enum Basis {
        DIMINISHED_CAPACITY,
        GUARDIANSHIP_ORDER,
        TEEN_REQUEST,
        SAFETY
    }

    /** A grant that the rule alone would not give. */
    public record Override(
            @NotNull AccessClass accessClass,
            @NotNull Basis basis,
            @NotBlank @Size(max = 500) String reason) {}
}
