package org.portaldesk.api.patient.model;

import org.jspecify.annotations.Nullable;

/**
 * A telephone number or e-mail address on record.
 *
 * @param use {@code home}, {@code mobile}, {@code work}; absent when the feed does not say
 */
public record ContactPoint(Kind kind, String value, @Nullable String use) {

    public enum Kind {
        PHONE,
        EMAIL
    }

    /** What it is compared by. */
    public String folded() {
        return switch (kind) {
            case PHONE -> Folding.phone(value);
            case EMAIL -> Folding.email(value);
        };
    }
}
