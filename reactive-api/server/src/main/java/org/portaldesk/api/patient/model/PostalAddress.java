package org.portaldesk.api.patient.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A postal address as it is printed. */
public record PostalAddress(
        List<String> lines,
        @Nullable String city,
        @Nullable String state,
        @Nullable String postalCode,
        @Nullable String country) {

    public PostalAddress {
        lines = List.copyOf(lines);
    }

    /** Whether it says nothing at all. */
    public boolean isEmpty() {
        return lines.isEmpty()
                && city == null
                && state == null
                && postalCode == null
                && country == null;
    }
}
