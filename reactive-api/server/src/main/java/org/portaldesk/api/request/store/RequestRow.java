package org.portaldesk.api.request.store;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.patient.model.PersonName;
import org.portaldesk.api.patient.model.PostalAddress;
import org.portaldesk.api.platform.paging.Sight.Line;
import org.portaldesk.api.request.model.Comparisons;
import org.portaldesk.api.request.model.OnRecord;
import org.portaldesk.api.request.model.RequestLife;
import org.portaldesk.api.request.model.Standing;
import org.portaldesk.contract.patient.AccountState;
import org.portaldesk.contract.request.CodeRequest;
import org.portaldesk.contract.request.CodeRequest.Candidate;
import org.portaldesk.contract.request.CodeRequest.Claimed;
import org.portaldesk.contract.request.CodeRequest.Decision;
import org.portaldesk.contract.request.CodeRequestItem;
import org.portaldesk.contract.request.CodeRequestJunkApi.JunkGroup;
import org.portaldesk.contract.request.CodeRequestState;
import org.portaldesk.contract.request.DeliverBy;
import org.portaldesk.contract.request.RequestSource;

/** Turns rows into what the model and the contract know. */
final class RequestRow {

    /** A request, and one of its candidates where it has any. */
    record Beside(CodeRequest request, @Nullable Candidate candidate) {}

    private RequestRow() {}

    static RequestRows.Recent recent(Readable row) {
        return new RequestRows.Recent(
                get(row, "moment", Instant.class),
                get(row, "reference", String.class),
                get(row, "theirs", Integer.class),
                get(row, "wide", Integer.class),
                get(row, "named", Integer.class),
                row.get("budget", Integer.class),
                get(row, "overall", Integer.class),
                Duration.ofSeconds(Math.max(1, get(row, "wait", Integer.class))));
    }

    static JunkGroup junk(Readable row) {
        return new JunkGroup(
                get(row, "sender", String.class),
                get(row, "requests", Integer.class),
                get(row, "first_at", Instant.class),
                get(row, "last_at", Instant.class),
                List.of(get(row, "names", String[].class)));
    }

    static Standing standing(Readable row) {
        var holder = row.get("claimed_by", String.class);
        return new Standing(
                get(row, "id", UUID.class),
                get(row, "reference", String.class),
                RequestLife.of(state(row), row.get("paused_at", Instant.class)),
                holder == null
                        ? null
                        : new Standing.Claim(
                                holder,
                                get(row, "claimed_by_name", String.class),
                                get(row, "claimed_at", Instant.class),
                                get(row, "claimed_until", Instant.class)),
                get(row, "target_at", Instant.class),
                get(row, "due_at", Instant.class),
                get(row, "version", Integer.class),
                get(row, "moment", Instant.class));
    }

    static Line<RequestRows.Listed> line(Readable row, String caller) {
        return new Line<>(
                get(row, "tag", String.class),
                get(row, "fresh", Boolean.class),
                row.get("id", UUID.class) == null
                        ? null
                        : new RequestRows.Listed(
                                item(row, caller), get(row, "due_at", Instant.class)));
    }

    private static CodeRequestItem item(Readable row, String caller) {
        var standing = standing(row);
        return new CodeRequestItem(
                standing.id(),
                standing.reference(),
                standing.life().state(),
                requester(row).familyFirst(),
                deliverBy(row),
                source(row),
                get(row, "received_at", Instant.class),
                whileRunning(standing, standing.targetAt()),
                whileRunning(standing, standing.dueAt()),
                claim(standing, caller),
                standing.version());
    }

    static Beside beside(Readable row, String caller) {
        var standing = standing(row);
        var claimed = claimed(row);
        var request =
                new CodeRequest(
                        standing.id(),
                        standing.reference(),
                        standing.life().state(),
                        claimed,
                        deliverBy(row),
                        source(row),
                        get(row, "received_at", Instant.class),
                        whileRunning(standing, standing.targetAt()),
                        whileRunning(standing, standing.dueAt()),
                        claim(standing, caller),
                        List.of(),
                        decision(row),
                        standing.version());
        return new Beside(request, candidate(row, claimed));
    }

    static CodeRequest whole(List<Beside> rows) {
        var request = rows.getFirst().request;
        return new CodeRequest(
                request.id(),
                request.reference(),
                request.state(),
                request.claimed(),
                request.deliverBy(),
                request.source(),
                request.receivedAt(),
                request.targetAt(),
                request.dueAt(),
                request.claim(),
                rows.stream().map(Beside::candidate).filter(Objects::nonNull).toList(),
                request.decision(),
                request.version());
    }

    private static Claimed claimed(Readable row) {
        return new Claimed(
                get(row, "given_name", String.class),
                get(row, "family_name", String.class),
                get(row, "birth_date", LocalDate.class),
                row.get("ssn_last4", String.class),
                row.get("email", String.class),
                row.get("phone", String.class),
                row.get("postal_address", String.class),
                row.get("note", String.class));
    }

    private static @Nullable Candidate candidate(Readable row, Claimed claimed) {
        var id = row.get("candidate_id", UUID.class);
        if (id == null) {
            return null;
        }
        var record = onRecord(row);
        var name = new PersonName(record.familyName(), record.givenName()).familyFirst();
        if (get(row, "closed", Boolean.class)) {
            return Candidate.restricted(id, name);
        }
        return new Candidate(
                id,
                get(row, "mrn", String.class),
                name,
                AccountState.valueOf(get(row, "account", String.class)),
                get(row, "deceased", Boolean.class),
                false,
                Comparisons.of(claimed, record));
    }

    private static OnRecord onRecord(Readable row) {
        return new OnRecord(
                get(row, "candidate_given", String.class),
                get(row, "candidate_family", String.class),
                get(row, "candidate_birth_date", LocalDate.class),
                row.get("candidate_ssn", String.class),
                Arrays.asList(get(row, "emails", String[].class)),
                Arrays.asList(get(row, "phones", String[].class)),
                new PostalAddress(
                        Arrays.asList(get(row, "address_lines", String[].class)),
                        row.get("city", String.class),
                        row.get("province", String.class),
                        row.get("postal_code", String.class),
                        row.get("country", String.class)));
    }

    private static @Nullable Decision decision(Readable row) {
        var at = row.get("decided_at", Instant.class);
        return at == null
                ? null
                : new Decision(
                        get(row, "decided_by_name", String.class),
                        at,
                        row.get("reason", String.class),
                        row.get("patient_id", UUID.class));
    }

    /** A promise is shown only while its clock runs. */
    private static @Nullable Instant whileRunning(Standing standing, Instant promised) {
        return switch (standing.life()) {
            case RequestLife.Submitted() -> promised;
            case RequestLife.InReview() -> promised;
            case RequestLife.NeedsInformation(var since) -> null;
            case RequestLife.Approved() -> null;
            case RequestLife.Denied() -> null;
        };
    }

    private static CodeRequestItem.@Nullable Claim claim(Standing standing, String caller) {
        var claim = standing.claim();
        return claim == null || !claim.until().isAfter(standing.now())
                ? null
                : new CodeRequestItem.Claim(
                        claim.name(), claim.since(), claim.until(), claim.holder().equals(caller));
    }

    private static PersonName requester(Readable row) {
        return new PersonName(
                get(row, "family_name", String.class), get(row, "given_name", String.class));
    }

    private static CodeRequestState state(Readable row) {
        return CodeRequestState.valueOf(get(row, "state", String.class));
    }

    private static RequestSource source(Readable row) {
        return RequestSource.valueOf(get(row, "source", String.class));
    }

    private static DeliverBy deliverBy(Readable row) {
        return DeliverBy.valueOf(get(row, "deliver_by", String.class));
    }

    static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
