package org.portaldesk.contract.patient;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Asks to see one masked field, and says why. */
public record RevealField(@NotNull MaskedField field, @NotBlank @Size(max = 500) String reason) {}
