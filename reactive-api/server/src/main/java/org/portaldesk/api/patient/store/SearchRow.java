package org.portaldesk.api.patient.store;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.patient.model.PersonName;

/**
 * A patient whom the search found.
 *
 * @param rank 0 is best
 * @param closed whether the record is closed to the caller
 */
public record SearchRow(
        UUID id,
        String mrn,
        PersonName name,
        LocalDate birthDate,
        boolean deceased,
        String accountState,
        @Nullable String username,
        int rank,
        boolean closed) {}
