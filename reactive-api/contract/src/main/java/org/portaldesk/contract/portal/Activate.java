package org.portaldesk.contract.portal;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person types to open their account.
 *
 * @param code as printed; small typing errors are forgiven
 * @param password at least 15 characters, and none that others would guess (NIST SP 800-63B-4,
 *     3.1.1.2)
 * @param ssnLast4 the last four digits, or for a person without SSN another configured identifier
 */
public record Activate(
        @NotBlank @Size(max = 64) String code,
        @NotNull LocalDate birthDate,
        @NotBlank @Size(max = 16) String ssnLast4,
        @NotBlank @Size(min = 3, max = 60) @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]*")
                String username,
        @NotBlank @Size(min = 15, max = 128) String password,
        @Email @Size(max = 254) @Nullable String email) {

    @Override
    public String toString() {
        return "Activate[…]";
    }
}
