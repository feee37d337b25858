package org.portaldesk.api.proxy.store;

import static org.portaldesk.api.proxy.store.Columns.get;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.patient.model.PersonName;
import org.portaldesk.api.proxy.model.ReviewCase;
import org.portaldesk.api.proxy.model.ReviewLife;
import org.portaldesk.api.proxy.model.ReviewPromise;
import org.portaldesk.contract.proxy.ClaimedProxy;
import org.portaldesk.contract.proxy.ProxyKind;
import org.portaldesk.contract.proxy.ProxyRequest.ClaimedPatient;
import org.portaldesk.contract.proxy.ProxyRequestState;
import org.portaldesk.contract.proxy.Relationship;

/**
 * A request's own row, as lists and readings show it.
 *
 * @param record of the patient, where one is chosen
 * @param claim also one that has run out
 * @param proposer the id of whoever proposed it against the rule, {@code proposedBy} their name
 * @param now by the database's clock
 */
public record ReviewRow(
        UUID id,
        ReviewLife life,
        ProxyKind kind,
        Relationship relationship,
        ClaimedProxy proxy,
        @Nullable ClaimedPatient claimedPatient,
        @Nullable OnRecord record,
        Instant receivedAt,
        @Nullable String recordedBy,
        ReviewPromise promise,
        @Nullable String pendReason,
        ReviewCase.@Nullable Claim claim,
        @Nullable String proposer,
        @Nullable String proposedBy,
        ReviewCase.@Nullable Decided decided,
        @Nullable String reason,
        int version,
        Instant now) {

    /** The patient. */
    public record OnRecord(
            UUID id, String mrn, PersonName name, LocalDate birthDate, boolean deceased) {}

    /** The birth date on record, or as it was claimed. */
    public LocalDate birthDate() {
        return record != null
                ? record.birthDate()
                : Objects.requireNonNull(claimedPatient).birthDate();
    }

    /** The name on record, or as it was claimed; family name first. */
    public String patientName() {
        if (record != null) {
            return record.name().familyFirst();
        }
        var claimed = Objects.requireNonNull(claimedPatient);
        return new PersonName(claimed.familyName(), claimed.givenName()).familyFirst();
    }

    static ReviewRow of(Readable row) {
        return new ReviewRow(
                get(row, "id", UUID.class),
                life(row),
                ProxyKind.valueOf(get(row, "kind", String.class)),
                Relationship.valueOf(get(row, "relationship", String.class)),
                proxy(row),
                claimedPatient(row),
                onRecord(row),
                get(row, "received_at", Instant.class),
                get(row, "from_portal", Boolean.class)
                        ? null
                        : get(row, "recorded_by_name", String.class),
                promise(row),
                row.get("pend_reason", String.class),
                claim(row),
                row.get("proposed_by", String.class),
                row.get("proposed_by_name", String.class),
                decided(row),
                row.get("reason", String.class),
                get(row, "version", Integer.class),
                get(row, "moment", Instant.class));
    }

    static ReviewLife life(Readable row) {
        return ReviewLife.of(
                ProxyRequestState.valueOf(get(row, "state", String.class)),
                row.get("paused_at", Instant.class));
    }

    static ReviewPromise promise(Readable row) {
        return new ReviewPromise(
                get(row, "target_at", Instant.class), get(row, "due_at", Instant.class));
    }

    static ReviewCase.@Nullable Claim claim(Readable row) {
        var holder = row.get("claimed_by", String.class);
        return holder == null
                ? null
                : new ReviewCase.Claim(
                        holder,
                        get(row, "claimed_by_name", String.class),
                        get(row, "claimed_at", Instant.class),
                        get(row, "claimed_until", Instant.class));
    }

    static ReviewCase.@Nullable Decided decided(Readable row) {
        var at = row.get("decided_at", Instant.class);
        return at == null
                ? null
                : new ReviewCase.Decided(get(row, "decided_by_name", String.class), at);
    }

    private static ClaimedProxy proxy(Readable row) {
        return new ClaimedProxy(
                get(row, "given_name", String.class),
                get(row, "family_name", String.class),
                get(row, "birth_date", LocalDate.class),
                row.get("email", String.class),
                row.get("phone", String.class),
                row.get("postal_address", String.class));
    }

    private static @Nullable ClaimedPatient claimedPatient(Readable row) {
        var birthDate = row.get("patient_birth_date", LocalDate.class);
        return birthDate == null
                ? null
                : new ClaimedPatient(
                        get(row, "patient_given_name", String.class),
                        get(row, "patient_family_name", String.class),
                        birthDate);
    }

    private static @Nullable OnRecord onRecord(Readable row) {
        var id = row.get("patient_id", UUID.class);
        return id == null
                ? null
                : new OnRecord(
                        id,
                        get(row, "mrn", String.class),
                        new PersonName(
                                get(row, "record_family", String.class),
                                get(row, "record_given", String.class)),
                        get(row, "record_birth_date", LocalDate.class),
                        get(row, "deceased", Boolean.class));
    }
}
