package org.portaldesk.contract.verification;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * @param name of a caller who is not the patient
 * @param relation of that caller to the patient
 * @param consent needed, with name and relation, unless the patient calls; kept with who recorded
 *     it and when. A proxy who gives the name of an active grant needs neither relation nor consent
 */
public record StartVerification(
        @NotNull CallerKind caller,
        @Size(max = 200) @Nullable String name,
        @Size(max = 100) @Nullable String relation,
        @Nullable Consent consent) {

    @Override
    public String toString() {
        return "StartVerification[" + caller + "]";
    }
}
