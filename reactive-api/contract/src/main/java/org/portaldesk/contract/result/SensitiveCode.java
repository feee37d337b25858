package org.portaldesk.contract.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A code of a set of sensitive items: a result that has it anywhere is sensitive.
 *
 * @param set such as {@code HIV}
 * @param setTitle what the set holds, in words
 * @param tag how policies name its items, such as {@code SEXUAL_HEALTH}
 * @param source who says so
 * @param effectiveTo absent for one without an end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SensitiveCode(
        String set,
        String setTitle,
        String tag,
        String code,
        String title,
        String source,
        Instant effectiveFrom,
        @Nullable Instant effectiveTo) {

    /**
     * What a change does to a set.
     *
     * @param code LOINC or the laboratory's own
     * @param source who says so, such as a value set's identifier
     * @param counts whether the code comes in, else it leaves
     */
    public record Change(
            @NotNull @Pattern(regexp = "[A-Z][A-Z_]{1,39}") String set,
            @NotBlank @Size(max = 40) @Pattern(regexp = ".*[A-Za-z0-9].*") String code,
            @NotBlank @Size(max = 200) String title,
            @NotBlank @Size(max = 300) String source,
            boolean counts) {}

    /**
     * A set.
     *
     * @param codes how many count now
     */
    public record Kind(String set, String title, String tag, String source, int codes) {}
}
