package org.portaldesk.api.privacy.store;

import org.portaldesk.api.audit.AuditSql;
import org.portaldesk.api.notice.NoticeSql;

/** The statements of access reports. */
final class AccessReportSql {

    private static final String WHOLE =
            """
            kept.id, kept.patient_id, kept.language, kept.from_at, kept.to_at, kept.generated_at,
            kept.entries::text AS entries, patient.family_name, patient.given_name, patient.mrn
            """;

    /**
     * Takes from the record whatever tells of one patient: the events about them and the lists that
     * showed them. Ids of users are UUIDs; those of the system and of public pages are words.
     */
    private static final String FOUND =
            """
            about AS (
                SELECT id, occurred_at, actor, actor_name, actor_roles, act, outcome
                FROM audit_event WHERE patient_id = $2::uuid
                UNION ALL
                SELECT id, occurred_at, actor, actor_name, actor_roles, act, outcome
                FROM audit_event
                WHERE after ? 'patients' AND after -> 'patients' @> jsonb_build_array($2::uuid::text)
                  AND patient_id IS DISTINCT FROM $2::uuid),
            within AS (
                SELECT * FROM about
                WHERE occurred_at >= coalesce($3::timestamptz, '-infinity')
                  AND occurred_at < coalesce($4::timestamptz, statement_timestamp())
                ORDER BY id LIMIT $6::int + 1),
            found AS (
                SELECT within.*,
                       CASE WHEN account.patient_id = $2::uuid THEN 'SELF'
                            WHEN account.id IS NOT NULL THEN 'PROXY'
                            WHEN actor IN ('portal', 'system') OR 'ehr-feed' = ANY (actor_roles) THEN 'SYSTEM'
                            ELSE 'STAFF' END AS kind
                FROM within LEFT JOIN portal_account AS account
                    ON account.keycloak_id = CASE WHEN actor ~ '^[0-9a-f-]{36}$' THEN actor::uuid END),
            packed AS (
                SELECT count(*) AS entries, coalesce(jsonb_agg(jsonb_build_object(
                           'at', occurred_at, 'kind', kind, 'act', act, 'outcome', outcome,
                           'name', CASE WHEN kind = 'PROXY' OR kind = 'STAFF' AND $5::boolean THEN actor_name END,
                           'roles', CASE WHEN actor IN ('portal', 'system') THEN jsonb_build_array(actor)
                                         WHEN kind IN ('STAFF', 'SYSTEM') THEN to_jsonb(actor_roles)
                                         ELSE '[]' END)
                           ORDER BY occurred_at, id), '[]') AS entries_kept
                FROM found),
            """;

    /**
     * Makes a report and keeps it. No row for an unknown patient, a row without id when there are
     * too many events. $2 patient, $3 from, $4 to, $5 whether staff are named, $6 how many events
     * at most.
     */
    static final String CREATE =
            "WITH "
                    + FOUND
                    + """
                    subject AS (SELECT id, <LANGUAGE> AS language FROM patient WHERE id = $2::uuid),
                    report AS (
                        INSERT INTO access_report (patient_id, language, from_at, to_at, entries, generated_at,
                                                   generated_by, generated_by_name)
                        SELECT subject.id, subject.language, $3::timestamptz,
                               coalesce($4::timestamptz, statement_timestamp()), packed.entries_kept,
                               statement_timestamp(), $1::jsonb ->> 'id', $1::jsonb ->> 'name'
                        FROM subject, packed WHERE packed.entries <= $6::int
                        RETURNING *),
                    event AS (
                        SELECT 'ACCESS_REPORT_CREATED' AS act,
                               CASE WHEN report.id IS NULL THEN 'REFUSED' ELSE 'DONE' END AS outcome,
                               subject.id AS patient_id, 'access_report' AS object_type, report.id::text AS object_id,
                               CASE WHEN report.id IS NULL THEN 'TOO_MANY_EVENTS' END AS reason, NULL::jsonb AS before,
                               jsonb_strip_nulls(jsonb_build_object('from', $3::timestamptz, 'to', $4::timestamptz,
                                   'entries', packed.entries, 'staffNames', $5::boolean)) AS after
                        FROM subject CROSS JOIN packed LEFT JOIN report ON true),
                    """
                            .replace("<LANGUAGE>", NoticeSql.PATIENT_LANGUAGE)
                    + AuditSql.AUDITED
                    + "SELECT "
                    + WHOLE
                    + "FROM audited CROSS JOIN subject JOIN patient ON patient.id = subject.id LEFT JOIN report AS kept ON true";

    /** $2 report. */
    static final String READ =
            """
            WITH kept AS (SELECT * FROM access_report WHERE id = $2::uuid),
            event AS (
                SELECT 'ACCESS_REPORT_READ' AS act, 'DONE' AS outcome, patient_id, 'access_report' AS object_type,
                       id::text AS object_id, NULL AS reason, NULL::jsonb AS before, NULL::jsonb AS after
                FROM kept),
            """
                    + AuditSql.AUDITED
                    + "SELECT "
                    + WHOLE
                    + "FROM kept JOIN patient ON patient.id = kept.patient_id CROSS JOIN audited";

    private AccessReportSql() {}
}
