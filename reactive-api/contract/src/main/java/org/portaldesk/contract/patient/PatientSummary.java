package org.portaldesk.contract.patient;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the patient search.
 *
 * @param name family name first, as the banner shows it: {@code O'Neill, Zoë Anne}
 * @param birthDate {@code 1970-06-22}, or {@code 1970-••-••} where the caller's role masks it
 * @param masked the fields that this caller sees only in part
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PatientSummary(
        UUID id,
        String mrn,
        String name,
        String birthDate,
        Account account,
        boolean deceased,
        Set<MaskedField> masked) {

    /**
     * @param username present once an account exists
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Account(AccountState state, @Nullable String username) {}
}
