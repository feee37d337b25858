package org.portaldesk.api.activation.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The addresses to which a code may go, as far as they are on record.
 *
 * @param email the first e-mail address; no other is used
 * @param postal whether there is a postal address
 */
public record Contacts(@Nullable Email email, boolean postal, @Nullable Instant postalChangedAt) {

    /**
     * @param patients how many patients have this address, this one included
     * @param relatedPersons whether a person whom the record names beside the patient has it, too
     * @param changedAt absent when it has been so since the first feed
     */
    public record Email(int patients, boolean relatedPersons, @Nullable Instant changedAt) {}
}
