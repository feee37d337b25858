package org.portaldesk.api.proxy.store;

import org.portaldesk.api.audit.AuditSql;
import org.portaldesk.api.notice.NoticeSql;

/** The statements of grants and blocks. */
final class GrantSql {

    /** A grant as it counts at this moment, as JSON; {@code %s} is the zone's parameter. */
    static final String SEEN =
            """
            SELECT jsonb_build_object(
                       'id', g.id, 'state', now.state, 'patientId', g.patient_id, 'patientFamily', patient.family_name,
                       'patientGiven', patient.given_name, 'proxyPersonId', person.id,
                       'proxyPatientId', person.patient_id, 'proxyFamily', person.family_name,
                       'proxyGiven', person.given_name, 'relationship', g.relationship,
                       'accessClass', now.access_class, 'areas', now.areas, 'startedAt', g.started_at,
                       'expiresOn', g.expires_on, 'endedAt', g.ended_at, 'endReason', now.end_reason,
                       'overridden', g.overridden, 'permitted', now.permitted, 'version', g.version) AS grant,
                   g.id, g.patient_id
            FROM proxy_grant AS g
            JOIN patient ON patient.id = g.patient_id
            JOIN proxy_person AS person ON person.id = g.proxy_person_id
            CROSS JOIN policy_at(statement_timestamp()) AS policy
            JOIN LATERAL proxy_grant_at(statement_timestamp(), %s::text, policy.rules) AS now ON now.grant_id = g.id
            """;

    /** A block as JSON, for a query from {@code proxy_block AS block}. */
    static final String BLOCK =
            """
            jsonb_build_object('id', block.id, 'patientId', block.patient_id, 'family', block.family_name,
                'given', block.given_name, 'birthDate', block.birth_date, 'reason', block.reason,
                'createdBy', block.created_by_name, 'createdAt', block.created_at, 'endedAt', block.ended_at)
            """;

    /** $1 grant, $2 zone. */
    static final String ONE =
            "SELECT seen.grant::text AS seen FROM ("
                    + SEEN.formatted("$2")
                    + "WHERE g.id = $1::uuid) AS seen";

    /** Both ways round; no row for an unknown patient. $2 patient, $3 zone. */
    static final String OF_PATIENT =
            """
            WITH on_them AS (
            """
                    + SEEN.formatted("$3")
                    + """
                    WHERE g.patient_id = $2::uuid ORDER BY g.id DESC LIMIT 200),
                    by_them AS (
                    """
                    + SEEN.formatted("$3")
                    + """
                    WHERE person.patient_id = $2::uuid AND g.patient_id NOT IN (SELECT closed_patient($1::jsonb))
                    ORDER BY g.id DESC LIMIT 200),
                    event AS (
                        SELECT 'PROXIES_READ' AS act, 'DONE' AS outcome, id AS patient_id, 'patient' AS object_type,
                               id::text AS object_id, NULL AS reason, NULL::jsonb AS before,
                               jsonb_build_object('sees',
                                   (SELECT coalesce(jsonb_agg(DISTINCT patient_id), '[]') FROM by_them)) AS after
                        FROM patient WHERE id = $2::uuid),
                    """
                    + AuditSql.AUDITED
                    + """
                    SELECT (SELECT coalesce(jsonb_agg(on_them.grant ORDER BY id DESC), '[]')::text FROM on_them) AS seen_by,
                           (SELECT coalesce(jsonb_agg(by_them.grant ORDER BY id DESC), '[]')::text FROM by_them) AS sees,
                           (SELECT coalesce(jsonb_agg(<BLOCK> ORDER BY id DESC), '[]')::text
                            FROM proxy_block AS block WHERE patient_id = $2::uuid) AS blocks
                    FROM audited
                    """
                            .replace("<BLOCK>", BLOCK.strip());

    /** No row when it has ended or changed. $2 grant, $3 reason, $4 version. */
    static final String END =
            """
            WITH found AS (SELECT id, state FROM proxy_grant WHERE id = $2::uuid),
            ended AS (
                UPDATE proxy_grant
                SET state = 'ENDED', ended_at = clock_timestamp(), ended_by = caller.name, end_reason = $3::text,
                    version = version + 1
                FROM jsonb_to_record($1::jsonb) AS caller(name text)
                WHERE id = $2::uuid AND state <> 'ENDED' AND version = $4::int
                RETURNING id, patient_id, proxy_person_id),
            email AS (
                SELECT 'PROXY_ACCESS_ENDED' AS kind, person.email AS recipient, person.language, NULL::uuid AS patient_id,
                       NULL::uuid AS code_id, NULL::uuid AS code_request_id, '{}'::jsonb AS content
                FROM ended JOIN proxy_person AS person ON person.id = ended.proxy_person_id
                WHERE person.email IS NOT NULL),
            <EMAIL_QUEUED>,
            event AS (
                SELECT 'PROXY_GRANT_ENDED' AS act, 'DONE' AS outcome, patient_id, 'proxy_grant' AS object_type,
                       ended.id::text AS object_id, $3::text AS reason, jsonb_build_object('state', found.state) AS before,
                       '{"state": "ENDED"}'::jsonb AS after
                FROM ended JOIN found ON found.id = ended.id),
            """
                            .replace("<EMAIL_QUEUED>", NoticeSql.EMAIL_QUEUED.strip())
                    + AuditSql.AUDITED
                    + "SELECT id FROM ended";

    /**
     * No row for an unknown patient. $2 patient, $3 given, $4 family, $5 birth date, $6 and $7
     * words, $8 reason.
     */
    static final String BLOCK_PERSON =
            """
            WITH block AS (
                INSERT INTO proxy_block (patient_id, given_name, family_name, birth_date, given_words, family_words,
                                         reason, created_by, created_by_name)
                SELECT patient.id, $3::text, $4::text, $5::date, $6::text[], $7::text[], $8::text, caller.id, caller.name
                FROM patient, jsonb_to_record($1::jsonb) AS caller(id text, name text)
                WHERE patient.id = $2::uuid
                RETURNING *),
            event AS (
                SELECT 'PROXY_BLOCKED' AS act, 'DONE' AS outcome, patient_id, 'proxy_block' AS object_type,
                       id::text AS object_id, reason, NULL::jsonb AS before, NULL::jsonb AS after
                FROM block),
            """
                    + AuditSql.AUDITED
                    + "SELECT "
                    + BLOCK
                    + "::text AS block FROM block";

    /** No row for an unknown patient, one without a block for one who has none. $2 patient. */
    static final String BLOCKS =
            """
            WITH event AS (
                SELECT 'PROXY_BLOCKS_READ' AS act, 'DONE' AS outcome, id AS patient_id, 'patient' AS object_type,
                       id::text AS object_id, NULL AS reason, NULL::jsonb AS before, NULL::jsonb AS after
                FROM patient WHERE id = $2::uuid),
            """
                    + AuditSql.AUDITED
                    + """
                    SELECT (SELECT coalesce(jsonb_agg(<BLOCK> ORDER BY id DESC), '[]')::text
                            FROM proxy_block AS block WHERE patient_id = $2::uuid) AS blocks
                    FROM audited
                    """
                            .replace("<BLOCK>", BLOCK.strip());

    /** No row when there is none that stands. $2 block, $3 reason. */
    static final String UNBLOCK =
            """
            WITH block AS (
                UPDATE proxy_block
                SET ended_at = clock_timestamp(), ended_by = caller.name, end_reason = $3::text
                FROM jsonb_to_record($1::jsonb) AS caller(name text)
                WHERE proxy_block.id = $2::uuid AND ended_at IS NULL
                RETURNING proxy_block.*),
            event AS (
                SELECT 'PROXY_BLOCK_ENDED' AS act, 'DONE' AS outcome, patient_id, 'proxy_block' AS object_type,
                       id::text AS object_id, $3::text AS reason, NULL::jsonb AS before, NULL::jsonb AS after
                FROM block),
            """
                    + AuditSql.AUDITED
                    + "SELECT "
                    + BLOCK
                    + "::text AS block FROM block";

    private GrantSql() {}
}
