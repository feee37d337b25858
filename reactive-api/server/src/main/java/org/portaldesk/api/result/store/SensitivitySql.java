package org.portaldesk.api.result.store;

import org.portaldesk.api.audit.AuditSql;

/**
 * What staff say of one item. {@code $2} is the result, {@code $3} the version on which the act was
 * judged; no row when it has changed since.
 */
final class SensitivitySql {

    private static final String TOUCHED =
            """
            WITH touched AS (
                UPDATE result SET version = version + 1
                WHERE id = $2::uuid AND version = $3::int
                RETURNING id, patient_id),
            """;

    /** $4 tag, $5 whether it is sensitive, $6 why. */
    static final String TAG =
            TOUCHED
                    + """
                    said AS (
                        INSERT INTO result_tag (
                            result_id, patient_id, tag, sensitive, reason, tagged_by, tagged_by_name)
                        SELECT touched.id, touched.patient_id, $4::text, $5::boolean, $6::text, caller.id, caller.name
                        FROM touched, jsonb_to_record($1::jsonb) AS caller(id text, name text)
                        RETURNING *),
                    event AS (
                        SELECT CASE WHEN sensitive THEN 'RESULT_TAGGED' ELSE 'RESULT_UNTAGGED' END AS act,
                               'DONE' AS outcome, patient_id, 'result' AS object_type, result_id::text AS object_id,
                               reason, NULL::jsonb AS before, jsonb_build_object('tag', tag) AS after
                        FROM said),
                    """
                    + AuditSql.AUDITED
                    + "SELECT id FROM said";

    /** $4 grant, $5 whether the patient lets its holder see it, $6 how they said so. */
    static final String CONSENT =
            TOUCHED
                    + """
                    said AS (
                        INSERT INTO result_consent (
                            result_id, patient_id, grant_id, given, reason, recorded_by, recorded_by_name)
                        SELECT touched.id, touched.patient_id, $4::uuid, $5::boolean, $6::text, caller.id, caller.name
                        FROM touched, jsonb_to_record($1::jsonb) AS caller(id text, name text)
                        RETURNING *),
                    news AS (
                        INSERT INTO result_news (result_id) SELECT result_id FROM said WHERE given),
                    event AS (
                        SELECT CASE WHEN given THEN 'RESULT_CONSENT_GIVEN' ELSE 'RESULT_CONSENT_ENDED' END AS act,
                               'DONE' AS outcome, patient_id, 'result' AS object_type, result_id::text AS object_id,
                               reason, NULL::jsonb AS before, jsonb_build_object('grant', grant_id) AS after
                        FROM said),
                    """
                    + AuditSql.AUDITED
                    + "SELECT id FROM said";

    private SensitivitySql() {}
}
