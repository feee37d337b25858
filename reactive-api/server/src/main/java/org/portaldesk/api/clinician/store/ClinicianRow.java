package org.portaldesk.api.clinician.store;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.clinician.model.FeedClinician;
import org.portaldesk.api.patient.model.PersonName;
import org.portaldesk.contract.clinician.ClinicianApi.Keep;

/** A clinician as the columns hold them. */
record ClinicianRow(
        @Nullable String fhirId,
        String givenName,
        String familyName,
        String sortName,
        @Nullable String licenseNumber,
        @Nullable String licenseState,
        @Nullable String npi,
        @Nullable UUID staffUserId,
        boolean active,
        @Nullable Instant countsFrom,
        @Nullable Instant countsUntil) {

    static ClinicianRow of(Keep keep) {
        var name =
                new PersonName(
                        keep.familyName().strip(),
                        Objects.requireNonNullElse(keep.givenName(), "").strip());
        return new ClinicianRow(
                null,
                name.given(),
                name.family(),
                name.sortKey(),
                keep.licenseNumber().toUpperCase(Locale.ROOT),
                keep.licenseState(),
                keep.npi(),
                keep.staffUserId(),
                true,
                keep.from(),
                keep.until());
    }

    static ClinicianRow of(FeedClinician given) {
        var license = given.license();
        return new ClinicianRow(
                given.fhirId(),
                given.givenName(),
                given.familyName(),
                new PersonName(given.familyName(), given.givenName()).sortKey(),
                license == null ? null : license.number(),
                license == null ? null : license.state(),
                given.npi(),
                given.staffUserId(),
                given.active(),
                license == null ? null : license.from(),
                license == null ? null : license.until());
    }
}
