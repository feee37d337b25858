package org.portaldesk.api.audit;

import static org.portaldesk.api.platform.database.Database.nullable;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.audit.model.SortedEvent;
import org.portaldesk.api.audit.model.Wanted;
import org.portaldesk.api.audit.store.AuditRows;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reading the record, and writing the events that come with no change: refusals. */
@Component
public class Audit {

    private static final String REFUSE =
            """
            WITH event AS (
                SELECT $2::text AS act, 'REFUSED' AS outcome, $3::uuid AS patient_id, $4::text AS object_type,
                       $5::text AS object_id, $6::text AS reason, NULL::jsonb AS before, NULL::jsonb AS after),
            """
                    + AuditSql.AUDITED
                    + "SELECT id FROM audited";

    private final Database database;
    private final AuditRows rows;

    Audit(Database database, AuditRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /**
     * Events in the order that is wanted; the reading is on record in the same statement.
     *
     * @param limit how many at most
     * @param act how the reading itself is named on record
     */
    public Mono<List<SortedEvent>> read(Caller caller, Wanted wanted, int limit, String act) {
        return rows.read(caller, wanted, limit, act);
    }

    /**
     * Puts a refusal on record; completes when it is committed.
     *
     * @param act what was tried, as the act itself is named
     * @param reason the code of the rule, state or right that stood against it
     */
    public Mono<Void> refused(
            Caller caller,
            String act,
            @Nullable UUID patientId,
            @Nullable String objectType,
            @Nullable String objectId,
            String reason) {
        return database.statement(
                        REFUSE,
                        caller.asJson(),
                        act,
                        nullable(patientId, UUID.class),
                        nullable(objectType, String.class),
                        nullable(objectId, String.class),
                        reason)
                .then();
    }
}
