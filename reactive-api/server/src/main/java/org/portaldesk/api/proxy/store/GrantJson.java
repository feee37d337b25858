package org.portaldesk.api.proxy.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.patient.model.PersonName;
import org.portaldesk.contract.proxy.AccessClass;
import org.portaldesk.contract.proxy.Area;
import org.portaldesk.contract.proxy.AreaAccess;
import org.portaldesk.contract.proxy.ProxyBlock;
import org.portaldesk.contract.proxy.ProxyGrant;
import org.portaldesk.contract.proxy.Relationship;

/** A grant as {@link GrantSql#SEEN} builds it. */
record GrantJson(
        UUID id,
        ProxyGrant.State state,
        UUID patientId,
        String patientFamily,
        String patientGiven,
        UUID proxyPersonId,
        @Nullable UUID proxyPatientId,
        String proxyFamily,
        String proxyGiven,
        Relationship relationship,
        AccessClass accessClass,
        Map<Area, AreaAccess> areas,
        Instant startedAt,
        @Nullable LocalDate expiresOn,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        boolean overridden,
        boolean permitted,
        int version) {

    ProxyGrant grant() {
        return new ProxyGrant(
                id,
                state,
                patientId,
                new PersonName(patientFamily, patientGiven).familyFirst(),
                proxyPersonId,
                proxyPatientId,
                new PersonName(proxyFamily, proxyGiven).familyFirst(),
                relationship,
                accessClass,
                areas,
                startedAt,
                expiresOn,
                endedAt,
                endReason,
                overridden,
                permitted,
                version);
    }

    /** A block as {@link GrantSql#BLOCK} builds it. */
    record BlockJson(
            UUID id,
            UUID patientId,
            String family,
            String given,
            @Nullable LocalDate birthDate,
            String reason,
            String createdBy,
            Instant createdAt,
            @Nullable Instant endedAt) {

        ProxyBlock block() {
            return new ProxyBlock(
                    id,
                    patientId,
                    new PersonName(family, given).familyFirst(),
                    birthDate,
                    reason,
                    createdBy,
                    createdAt,
                    endedAt);
        }
    }
}
