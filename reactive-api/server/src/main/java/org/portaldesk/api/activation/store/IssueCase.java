package org.portaldesk.api.activation.store;

import static org.portaldesk.api.activation.store.CodeRow.get;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.activation.model.CodeLife;
import org.portaldesk.api.activation.model.Contacts;
import org.portaldesk.api.activation.model.IssueFacts;
import org.portaldesk.api.patient.model.Age;
import org.portaldesk.contract.activation.ContactOverride.Collision;

/**
 * A patient for whom somebody wants a code.
 *
 * @param freshId for the code, if there will be one
 * @param name family name first
 * @param ownAccountFrom the age from which the policy of this moment gives people an own account
 */
public record IssueCase(
        UUID patientId,
        UUID freshId,
        String name,
        String mrn,
        int ownAccountFrom,
        IssueFacts facts) {

    static IssueCase of(Readable row, UUID patientId, ZoneId zone) {
        return new IssueCase(
                patientId,
                get(row, "fresh_id", UUID.class),
                CodeRow.name(row).familyFirst(),
                get(row, "mrn", String.class),
                get(row, "own_account_from", Integer.class),
                facts(row, zone));
    }

    private static IssueFacts facts(Readable row, ZoneId zone) {
        var now = get(row, "now", Instant.class);
        return new IssueFacts(
                now,
                Age.at(get(row, "birth_date", LocalDate.class), now, zone),
                get(row, "deceased", Boolean.class),
                get(row, "has_account", Boolean.class),
                contacts(row),
                current(row),
                secondWord(row));
    }

    private static Contacts contacts(Readable row) {
        var email =
                row.get("email", String.class) == null
                        ? null
                        : new Contacts.Email(
                                get(row, "email_patients", Integer.class),
                                get(row, "email_related", Boolean.class),
                                row.get("email_changed_at", Instant.class));
        return new Contacts(
                email,
                get(row, "postal", Boolean.class),
                row.get("address_changed_at", Instant.class));
    }

    private static IssueFacts.@Nullable Current current(Readable row) {
        var id = row.get("code_id", UUID.class);
        return id == null
                ? null
                : new IssueFacts.Current(
                        id, new CodeLife.Issued(get(row, "expires_at", Instant.class)));
    }

    private static IssueFacts.@Nullable SecondWord secondWord(Readable row) {
        var id = row.get("override_id", UUID.class);
        return id == null ? null : new IssueFacts.SecondWord(id, collisions(row));
    }

    static Set<Collision> collisions(Readable row) {
        return Arrays.stream(get(row, "collisions", String[].class))
                .map(Collision::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
