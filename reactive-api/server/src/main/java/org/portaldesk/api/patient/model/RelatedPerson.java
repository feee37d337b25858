package org.portaldesk.api.patient.model;

import org.jspecify.annotations.Nullable;

/**
 * Somebody the record names beside the patient.
 *
 * @param relationship such as {@code GUARDIAN}, {@code MOTHER}, {@code NEXT_OF_KIN}
 */
public record RelatedPerson(
        String name,
        @Nullable String relationship,
        @Nullable String phone,
        @Nullable String email) {}
