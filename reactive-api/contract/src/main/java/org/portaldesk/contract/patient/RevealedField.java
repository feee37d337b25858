package org.portaldesk.contract.patient;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * @param value absent when the record does not hold it; an address is one line
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RevealedField(MaskedField field, @Nullable String value) {}
