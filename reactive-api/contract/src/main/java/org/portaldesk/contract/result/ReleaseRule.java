package org.portaldesk.contract.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delay that a statute asks for.
 *
 * @param effectiveTo absent for one without an end
 * @param counts whether it delays results now: it is in force, and its state is the facility's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReleaseRule(
        UUID id,
        Terms terms,
        Instant effectiveFrom,
        @Nullable Instant effectiveTo,
        boolean counts) {

    /**
     * What the statute says.
     *
     * @param statute as it is cited, with its number
     * @param state whose law it is, such as {@code KY}
     * @param categories FHIR's codes of report categories, such as {@code PAT}
     * @param codes LOINC
     * @param earlyRelease whether a clinician may let a result go sooner
     */
    public record Terms(
            @NotBlank @Size(max = 200) @Pattern(regexp = ".*[0-9].*") String statute,
            @NotNull @Pattern(regexp = "[A-Z]{2}") String state,
            @NotNull @Size(max = 20) List<@NotBlank @Size(max = 20) String> categories,
            @NotNull @Size(max = 200) List<@Pattern(regexp = "[0-9]{1,7}-[0-9]") String> codes,
            @Min(1) @Max(720) int hours,
            boolean earlyRelease) {}
}
