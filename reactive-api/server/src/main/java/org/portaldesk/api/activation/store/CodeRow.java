package org.portaldesk.api.activation.store;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.patient.model.PersonName;
import org.portaldesk.contract.activation.ActivationCode;
import org.portaldesk.contract.activation.Channel;
import org.portaldesk.contract.activation.CodeState;

/** A row of the lists, as staff see it. */
final class CodeRow {

    private CodeRow() {}

    /** Empty for a row that only says that there is such a patient. */
    static Optional<ActivationCode> maybe(Readable row, UnaryOperator<String> mrn) {
        return row.get("id", UUID.class) == null ? Optional.empty() : Optional.of(shown(row, mrn));
    }

    static ActivationCode of(Readable row) {
        return shown(row, UnaryOperator.identity());
    }

    /**
     * @param mrn how much of it is shown
     */
    static ActivationCode shown(Readable row, UnaryOperator<String> mrn) {
        return new ActivationCode(
                get(row, "id", UUID.class),
                get(row, "patient_id", UUID.class),
                name(row).familyFirst(),
                mrn.apply(get(row, "mrn", String.class)),
                CodeState.valueOf(get(row, "state", String.class)),
                Channel.valueOf(get(row, "channel", String.class)),
                get(row, "issued_at", Instant.class),
                get(row, "expires_at", Instant.class),
                get(row, "issued_by_name", String.class),
                null,
                row.get("ended_at", Instant.class),
                row.get("end_reason", String.class),
                get(row, "failed_attempts", Integer.class),
                delivery(row),
                get(row, "version", Integer.class));
    }

    static PersonName name(Readable row) {
        return new PersonName(
                get(row, "family_name", String.class), get(row, "given_name", String.class));
    }

    static <T> T get(Readable row, String column, Class<T> type) {
        return requireNonNull(row.get(column, type), column);
    }

    private static ActivationCode.@Nullable Delivery delivery(Readable row) {
        var state = row.get("delivery", String.class);
        return state == null
                ? null
                : new ActivationCode.Delivery(state, row.get("delivery_at", Instant.class));
    }
}
