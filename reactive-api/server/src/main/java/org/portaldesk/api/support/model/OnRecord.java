package org.portaldesk.api.support.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.patient.model.PersonName;
import org.portaldesk.api.patient.model.PostalAddress;

/**
 * What the record holds of a patient. Goes from the database into a comparison and nowhere else.
 *
 * @param codeHash HMAC of the one-time code that counts now; empty when there is none
 */
public record OnRecord(
        PersonName name,
        LocalDate birthDate,
        @Nullable String ssnLast4,
        PostalAddress address,
        List<String> phones,
        List<String> emails,
        String mrn,
        byte[] codeHash) {

    public OnRecord {
        phones = List.copyOf(phones);
        emails = List.copyOf(emails);
    }

    @Override
    public String toString() {
        return "OnRecord[…]";
    }
}
