package org.portaldesk.contract.patient;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the patient search.
 *
 * @param name family name first, as the banner shows it: {@code O'Neill, Zoë Anne}
 * @param mrn its last four where the caller's role masks it or two letters were typed; nothing of
 *     it where the role asks for two identifiers and one was typed
 * @param birthDate {@code 1970-06-22}, or as the MRN {@code 1970-••-••} or {@code ••••-••-••}
 * @param account absent where the record is restricted
 * @param restricted whether the record is closed to this caller, who then sees a name and nothing
 *     else until they break the glass
 * @param masked the fields that this caller sees only in part
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PatientSummary(
        UUID id,
        String mrn,
        String name,
        String birthDate,
        @Nullable Account account,
        boolean deceased,
        boolean restricted,
        Set<MaskedField> masked) {

    /**
     * @param username present once an account exists
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Account(AccountState state, @Nullable String username) {}
}
