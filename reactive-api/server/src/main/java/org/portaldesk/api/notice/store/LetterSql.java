package org.portaldesk.api.notice.store;

import org.portaldesk.api.audit.AuditSql;
import org.portaldesk.api.platform.idempotency.Kept;
import org.portaldesk.api.work.ClaimSql;

/** The statements of the letters desk. */
final class LetterSql {

    private static final String LIVE_CODE =
            "(code.state = 'ISSUED' AND code.expires_at > clock_timestamp())";

    private static final String LIVE = "(letter.code_id IS NULL OR " + LIVE_CODE + ")";

    /** A letter beside its patient, as the contract shows it. */
    private static final String SHOWN =
            """
            letter.id, letter.kind, letter.recipient ->> 'name' AS recipient_name, letter.patient_id, patient.family_name, patient.given_name, patient.mrn, letter.code_id,
            letter.state, letter.language, letter.queued_at, letter.batch_id, letter.printed_at,
            letter.mailed_at, letter.returned_at, letter.version,
            """
                    + LIVE
                    + " AS live\n";

    private static final String WITH_PATIENT =
            """
            JOIN patient ON patient.id = letter.patient_id
            LEFT JOIN activation_code AS code ON code.id = letter.code_id
            """;

    private static final String LIST =
            """
            WITH found AS (
                SELECT <SHOWN> FROM letter <WITH_PATIENT>
                WHERE letter.patient_id NOT IN (SELECT closed_patient($1::jsonb))
                  AND %s AND ($3::uuid IS NULL OR letter.id > $3)
                ORDER BY letter.id LIMIT $4),
            event AS (
                SELECT 'LETTERS_LISTED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id, 'letter' AS object_type,
                       NULL AS object_id, NULL AS reason, NULL::jsonb AS before, jsonb_build_object(
                           'patients', (SELECT coalesce(jsonb_agg(DISTINCT patient_id), '[]') FROM found)) AS after),
            """
                            .replace("<SHOWN>", SHOWN)
                            .replace("<WITH_PATIENT>", WITH_PATIENT)
                    + AuditSql.AUDITED
                    + "SELECT found.* FROM found, audited ORDER BY found.id";

    /** $2 nothing, $3 after which letter, $4 how many. */
    static final String ALL = LIST.formatted("$2::text IS NULL");

    /** $2 state, $3 after which letter, $4 how many. */
    static final String IN_STATE = LIST.formatted("letter.state = $2");

    /**
     * Ends queued letters whose code has died and reads the others, whole. $2 which letters, all
     * when absent. The reading is put on record by {@link #PRINT}, without which nothing of it goes
     * out.
     */
    static final String TO_PRINT =
            """
            WITH dead AS (
                UPDATE letter SET state = 'CANCELLED', version = letter.version + 1
                FROM activation_code AS code
                WHERE code.id = letter.code_id AND letter.state = 'QUEUED' AND NOT <LIVE_CODE>
                  AND ($2::uuid[] IS NULL OR letter.id = ANY ($2))
                RETURNING letter.id, letter.patient_id),
            event AS (
                SELECT 'LETTER_CANCELLED' AS act, 'DONE' AS outcome, patient_id, 'letter' AS object_type,
                       id::text AS object_id, 'CODE_DEAD' AS reason, '{"state": "QUEUED"}'::jsonb AS before,
                       '{"state": "CANCELLED"}'::jsonb AS after
                FROM dead),
            """
                            .replace("<LIVE_CODE>", LIVE_CODE)
                    + AuditSql.AUDITED
                    + """
                    SELECT <SHOWN>, code.expires_at, letter.reason, address.lines AS address_lines, address.city,
                           address.province, address.postal_code, address.country,
                           (SELECT uuidv7()) AS next_batch, statement_timestamp() AS moment
                    FROM letter <WITH_PATIENT>
                    CROSS JOIN LATERAL (
                        SELECT patient.address_lines AS lines, patient.city, patient.state AS province,
                               patient.postal_code, patient.country
                        WHERE letter.recipient IS NULL
                        UNION ALL
                        SELECT ARRAY(SELECT jsonb_array_elements_text(letter.recipient -> 'lines')),
                               letter.recipient ->> 'city', letter.recipient ->> 'province',
                               letter.recipient ->> 'postalCode', letter.recipient ->> 'country'
                        WHERE letter.recipient IS NOT NULL) AS address
                    WHERE letter.state = 'QUEUED' AND <LIVE> AND letter.patient_id NOT IN (SELECT closed_patient($1::jsonb)) AND ($2::uuid[] IS NULL OR letter.id = ANY ($2))
                    ORDER BY letter.id LIMIT 200
                    """
                            .replace("<SHOWN>", SHOWN)
                            .replace("<LIVE>", LIVE)
                            .replace("<WITH_PATIENT>", WITH_PATIENT);

    /**
     * All sheets or none; one row when it was done. $2 batch, $3 moment, $4 letters in their order,
     * $5 their versions, $6 HMACs of their codes in hex, $7 to $9 the kept answer.
     */
    static final String PRINT =
            """
            WITH drawn AS (
                SELECT * FROM unnest($4::uuid[], $5::integer[], $6::text[])
                    WITH ORDINALITY AS sheet(letter_id, version, hash, number)),
            alive AS MATERIALIZED (
                SELECT code.id
                FROM drawn JOIN letter ON letter.id = drawn.letter_id
                JOIN activation_code AS code ON code.id = letter.code_id
                WHERE <LIVE>
                ORDER BY letter.id
                FOR NO KEY UPDATE OF letter, code),
            fit AS MATERIALIZED (
                SELECT letter.id, letter.code_id, drawn.number, decode(drawn.hash, 'hex') AS hash
                FROM drawn
                JOIN letter ON letter.id = drawn.letter_id AND letter.version = drawn.version
                WHERE letter.state = 'QUEUED'
                  AND (letter.code_id IS NULL OR letter.code_id IN (SELECT id FROM alive))
                ORDER BY letter.id
                FOR NO KEY UPDATE OF letter),
            whole AS (SELECT count(*) AS sheets FROM fit HAVING count(*) = cardinality($4)),
            <CALLER>,
            batch AS (
                INSERT INTO letter_batch (id, printed_at, printed_by, printed_by_name, letter_count)
                SELECT $2, $3, caller.id, caller.name, whole.sheets FROM whole, caller
                RETURNING id),
            printed AS (
                UPDATE letter
                SET state = 'PRINTED', batch_id = batch.id, printed_at = $3, version = letter.version + 1
                FROM fit, batch WHERE letter.id = fit.id
                RETURNING letter.id, letter.patient_id, batch.id AS batch, fit.number AS sheet),
            sheets AS (
                INSERT INTO letter_sheet (batch_id, sheet, letter_id)
                SELECT batch, sheet, id FROM printed),
            coded AS (
                UPDATE activation_code SET code_hash = fit.hash FROM fit, batch WHERE activation_code.id = fit.code_id),
            event AS (
                SELECT 'LETTER_PRINTED' AS act, 'DONE' AS outcome, patient_id, 'letter' AS object_type,
                       id::text AS object_id, NULL AS reason, '{"state": "QUEUED"}'::jsonb AS before,
                       jsonb_build_object('state', 'PRINTED', 'batch', batch, 'sheet', sheet) AS after
                FROM printed),
            """
                            .replace("<LIVE>", LIVE)
                            .replace("<CALLER>", ClaimSql.CALLER.strip())
                    + AuditSql.AUDITED.strip()
                    + ",\n"
                    + Kept.cte("batch", 7)
                    + "SELECT id FROM batch";

    /** $2 batch. */
    static final String BATCH =
            """
            WITH found AS (
                SELECT batch.id, batch.printed_at, batch.printed_by_name, batch.letter_count, page.sheet,
                       letter.kind, letter.recipient ->> 'name' AS recipient_name, letter.id AS letter_id, letter.patient_id, patient.family_name, patient.given_name,
                       patient.mrn, letter.language
                FROM letter_batch AS batch
                JOIN letter_sheet AS page ON page.batch_id = batch.id
                JOIN letter ON letter.id = page.letter_id
                JOIN patient ON patient.id = letter.patient_id
                WHERE batch.id = $2 AND letter.patient_id NOT IN (SELECT closed_patient($1::jsonb))),
            event AS (
                SELECT 'LETTER_BATCH_READ' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id,
                       'letter_batch' AS object_type, $2::text AS object_id, NULL AS reason, NULL::jsonb AS before,
                       jsonb_build_object('patients', jsonb_agg(patient_id)) AS after
                FROM found HAVING count(*) > 0),
            """
                    + AuditSql.AUDITED
                    + "SELECT found.* FROM found, audited ORDER BY found.sheet";

    /**
     * One act on one letter, or its refusal. $2 letter, $3 version seen, $4 states to start from,
     * $5 state to come to, $6 reason, $7 the act's name on record.
     *
     * <p>A letter that comes back revokes its code. One that is queued again has no code until it
     * is printed.
     */
    static final String ACT =
            """
            WITH found AS (
                SELECT letter.id, letter.patient_id, letter.state, letter.version FROM letter WHERE id = $2),
            changed AS (
                UPDATE letter
                SET state = $5, version = version + 1,
                    mailed_at = CASE $5 WHEN 'MAILED' THEN clock_timestamp() ELSE mailed_at END,
                    returned_at = CASE $5 WHEN 'RETURNED' THEN clock_timestamp() ELSE returned_at END
                WHERE id = $2 AND state = ANY ($4) AND ($3::integer IS NULL OR version = $3)
                RETURNING *),
            revoked AS (
                UPDATE activation_code AS code
                SET state = 'REVOKED', ended_at = clock_timestamp(),
                    end_reason = coalesce($6::text, 'LETTER_RETURNED'), version = code.version + 1
                FROM changed
                WHERE code.id = changed.code_id AND changed.state = 'RETURNED' AND <LIVE_CODE>
                RETURNING code.id, code.patient_id),
            unset AS (
                UPDATE activation_code AS code SET code_hash = NULL
                FROM changed
                WHERE code.id = changed.code_id AND changed.state = 'QUEUED' AND code.state = 'ISSUED'),
            event AS (
                SELECT $7::text AS act, CASE WHEN changed.id IS NULL THEN 'REFUSED' ELSE 'DONE' END AS outcome,
                       found.patient_id, 'letter' AS object_type, found.id::text AS object_id,
                       CASE WHEN changed.id IS NOT NULL THEN $6::text
                            WHEN $3::integer IS NOT NULL AND found.version <> $3 THEN 'STALE'
                            ELSE 'STATE_CONFLICT' END AS reason,
                       jsonb_build_object('state', found.state) AS before,
                       CASE WHEN changed.id IS NOT NULL
                            THEN jsonb_build_object('state', changed.state) END AS after
                FROM found LEFT JOIN changed ON true
                UNION ALL
                SELECT 'CODE_REVOKED', 'DONE', patient_id, 'activation_code', id::text, 'LETTER_RETURNED',
                       '{"state": "ISSUED"}', '{"state": "REVOKED"}'
                FROM revoked),
            """
                            .replace("<LIVE_CODE>", LIVE_CODE)
                    + AuditSql.AUDITED
                    + """
                    SELECT changed.id IS NOT NULL AS done, found.state AS state_seen, found.version AS version_seen,
                           letter.id, letter.kind, letter.recipient ->> 'name' AS recipient_name, letter.patient_id,
                           patient.family_name, patient.given_name, patient.mrn, letter.code_id, changed.state, letter.language, letter.queued_at, letter.batch_id,
                           letter.printed_at, changed.mailed_at, changed.returned_at, changed.version,
                           <LIVE> AND NOT EXISTS (SELECT FROM revoked) AS live
                    FROM found
                    JOIN letter ON letter.id = found.id <WITH_PATIENT>
                    LEFT JOIN changed ON true
                    """
                            .replace("<LIVE>", LIVE)
                            .replace("<WITH_PATIENT>", WITH_PATIENT);

    private LetterSql() {}
}
