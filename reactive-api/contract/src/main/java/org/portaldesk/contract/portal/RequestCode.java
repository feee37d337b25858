package org.portaldesk.contract.portal;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.request.DeliverBy;

/** What a person who has no code says of themselves. */
public record RequestCode(
        @NotBlank @Size(max = 100) String givenName,
        @NotBlank @Size(max = 100) String familyName,
        @NotNull @Past LocalDate birthDate,
        @Pattern(regexp = "\\d{4}") @Nullable String ssnLast4,
        @Email @Size(max = 254) @Nullable String email,
        @Size(max = 40) @Nullable String phone,
        @Size(max = 300) @Nullable String postalAddress,
        @NotNull DeliverBy deliverBy,
        @Size(max = 1000) @Nullable String note) {

    @Override
    public String toString() {
        return "RequestCode[…]";
    }
}
