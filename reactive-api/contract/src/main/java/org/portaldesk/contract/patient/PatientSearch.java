package org.portaldesk.contract.patient;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What to look for, in a body, so that no name stands in a URL. Fields as in {@link
 * PatientApi#search}.
 */
public record PatientSearch(
        @NotBlank @Size(max = 200) String q,
        @Size(max = 400) @Nullable String cursor,
        @Min(1) @Max(200) @Nullable Integer limit) {}
