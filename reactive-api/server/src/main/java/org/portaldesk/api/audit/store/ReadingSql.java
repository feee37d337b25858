package org.portaldesk.api.audit.store;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.portaldesk.api.audit.AuditSql;
import org.portaldesk.api.audit.model.Wanted;
import org.portaldesk.contract.audit.AuditOutcome;
import org.portaldesk.contract.audit.AuditSort;

/**
 * The statements that read the record: one text for each way in, so that each can use its own
 * index, and for each order.
 */
final class ReadingSql {

    private static final String READ =
            """
            WITH found AS (
                SELECT id, occurred_at, actor, actor_username, actor_name, actor_roles, host(client_address) AS address, act, outcome,
                       patient_id, object_type, object_id, reason, before::text, after::text, request_id, %2$s AS sorted_by
                FROM audit_event
                WHERE %1$s
                  AND ($2::uuid IS NULL OR patient_id = $2)
                  AND ($3::text IS NULL OR actor = $3 OR actor_username = $3)
                  AND ($4::text IS NULL OR act = $4)
                  AND occurred_at >= coalesce($5::timestamptz, '-infinity')
                  AND occurred_at < coalesce($6::timestamptz, 'infinity')
                  AND ($7::uuid IS NULL OR %3$s)
                  AND (NOT $8::boolean OR act !~ '_(READ|SEARCHED|LISTED)$|^(OBSERVATION|RESULT)_(CREATED|CHANGED)$')
                  AND ($11::text IS NULL OR client_address = $11::text::inet)
                  AND ($12::text IS NULL OR outcome = $12)
                  AND ($14::text[] IS NULL OR act = ANY ($14))
                ORDER BY %4$s
                LIMIT $9),
            event AS (
                SELECT $10::text AS act, 'DONE' AS outcome, $2::uuid AS patient_id, NULL AS object_type,
                       NULL AS object_id, NULL AS reason, NULL::jsonb AS before,
                       jsonb_build_object('found', (SELECT count(*) FROM found)) AS after),
            """
                    + AuditSql.AUDITED
                    + "SELECT found.* FROM found, audited ORDER BY found.sorted_by, found.id DESC";

    /** A way into the record, as a condition that an index answers. */
    private enum Way {
        PATIENT("patient_id = $2"),
        ACTOR("(actor = $3 OR actor_username = $3)"),
        ACT("act = $4"),
        ADDRESS("client_address = $11::text::inet"),
        REFUSALS("outcome = 'REFUSED'"),
        TIME("true");

        private final Map<AuditSort, String> texts = new EnumMap<>(AuditSort.class);

        Way(String condition) {
            for (var sort : AuditSort.values()) {
                texts.put(sort, text(condition, sort));
            }
        }

        static Way into(Wanted wanted) {
            if (wanted.patientId() != null) {
                return PATIENT;
            }
            if (wanted.actor() != null) {
                return ACTOR;
            }
            if (wanted.act() != null) {
                return ACT;
            }
            if (wanted.clientAddress() != null) {
                return ADDRESS;
            }
            return wanted.outcome() == AuditOutcome.REFUSED ? REFUSALS : TIME;
        }
    }

    private ReadingSql() {}

    /**
     * $2 patient, $3 actor, $4 act, $5 from, $6 to, $7 last id, $8 acts only, $9 rows, $10 the act
     * of reading, $11 address, $12 outcome, $13 what the last row was sorted by, $14 only these
     * acts.
     */
    static String of(Wanted wanted) {
        return Objects.requireNonNull(Way.into(wanted).texts.get(wanted.sort()));
    }

    private static String text(String condition, AuditSort sort) {
        if (sort == AuditSort.TIME) {
            // Ids rise with time, and their index is read from its end.
            return READ.formatted(condition, "''", "id < $7 AND $13::text IS NOT NULL", "id DESC");
        }
        var key = key(sort);
        var after = "(%1$s > $13::text OR %1$s = $13::text AND id < $7)".formatted(key);
        return READ.formatted(condition, key, after, "sorted_by, id DESC");
    }

    private static String key(AuditSort sort) {
        return switch (sort) {
            case TIME -> "''";
            case STAFF -> "lower(actor_name)";
            case PATIENT -> "coalesce(patient_id::text, '')";
            case ACT -> "act";
            // As bytes: 10.0.0.9 comes before 10.0.0.10.
            case ADDRESS -> "coalesce(encode(inet_send(client_address), 'hex'), '')";
            case OUTCOME -> "outcome";
        };
    }
}
