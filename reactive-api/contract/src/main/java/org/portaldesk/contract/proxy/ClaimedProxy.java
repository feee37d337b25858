package org.portaldesk.contract.proxy;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The person who would see the record, as the request names them.
 *
 * @param postalAddress as on the form, line by line; answers go there where there is no e-mail
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClaimedProxy(
        @NotBlank @Size(max = 100) String givenName,
        @NotBlank @Size(max = 100) String familyName,
        @NotNull @Past LocalDate birthDate,
        @Email @Size(max = 254) @Nullable String email,
        @Size(max = 40) @Nullable String phone,
        @Size(max = 300) @Nullable String postalAddress) {

    @Override
    public String toString() {
        return "ClaimedProxy[…]";
    }
}
