package org.portaldesk.contract.activation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why an act is done, in the words of the person who does it; on record for ever. */
public record Reason(@NotBlank @Size(max = 500) String reason) {}
