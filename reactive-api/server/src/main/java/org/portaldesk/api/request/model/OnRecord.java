package org.portaldesk.api.request.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.patient.model.PostalAddress;

/** What the record says of a person, as far as a request can be compared with it. */
public record OnRecord(
        String givenName,
        String familyName,
        LocalDate birthDate,
        @Nullable String ssnLast4,
        List<String> emails,
        List<String> phones,
        PostalAddress address) {

    public OnRecord {
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
    }

    @Override
    public String toString() {
        return "OnRecord[…]";
    }
}
