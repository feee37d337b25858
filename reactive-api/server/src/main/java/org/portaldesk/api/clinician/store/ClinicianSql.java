package org.portaldesk.api.clinician.store;

import org.portaldesk.api.audit.AuditSql;

/** The directory of clinicians. */
final class ClinicianSql {

    private static final String SEEN =
            """
            jsonb_build_object(
                'id', one.id, 'givenName', one.given_name, 'familyName', one.family_name,
                'licenseNumber', one.license_number, 'licenseState', one.license_state, 'npi', one.npi,
                'staffUserId', one.staff_user_id, 'source', one.source,
                'active', one.active AND one.ended_at IS NULL, 'from', one.counts_from,
                'until', least(one.counts_until, one.ended_at), 'standing', clinician_standing(one),
                'version', one.version)::text AS seen
            """
                    .strip();

    /**
     * By name. $1 folded beginning of a name, $2 license number or NPI, $3 only who counts, $4 and
     * $5 after which, $6 rows. The given name may come first, too.
     */
    static final String LIST =
            "SELECT "
                    + SEEN
                    + """
                    , one.sort_name, one.id FROM clinician AS one
                    WHERE ($1::text IS NULL OR starts_with(one.sort_name, nullif($1::text, ''))
                           OR position(' ' || nullif($1::text, '') IN ' ' || one.sort_name) > 0
                           OR string_to_array(one.sort_name, ' ') @> string_to_array(nullif($1::text, ''), ' ')
                           OR one.license_number = $2::text OR one.npi = $2::text)
                      AND (NOT $3::boolean OR clinician_standing(one) = 'COUNTS')
                      AND ($4::text IS NULL OR (one.sort_name, one.id) > ($4::text, $5::uuid))
                    ORDER BY one.sort_name, one.id LIMIT $6::int
                    """;

    /** $1 clinician. */
    static final String GET = "SELECT " + SEEN + " FROM clinician AS one WHERE one.id = $1::uuid";

    /** $2 what is said, as JSON in columns. */
    static final String ADD =
            """
            WITH added AS (
                INSERT INTO clinician (given_name, family_name, sort_name, license_number, license_state, npi,
                                       staff_user_id, source, active, counts_from, counts_until)
                SELECT given_name, family_name, sort_name, license_number, license_state, npi, staff_user_id,
                       'ADMINISTRATOR', true, coalesce(counts_from, statement_timestamp()), counts_until
                FROM jsonb_to_record($2::jsonb) AS said(
                    given_name text, family_name text, sort_name text, license_number text, license_state text, npi text,
                    staff_user_id uuid, counts_from timestamptz, counts_until timestamptz)
                RETURNING *),
            event AS (
                SELECT 'CLINICIAN_ADDED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id,
                       'clinician' AS object_type, id::text AS object_id, NULL AS reason, NULL::jsonb AS before,
                       <KEPT> AS after
                FROM added AS one),
            """
                            .replace("<KEPT>", kept("one"))
                    + AuditSql.AUDITED
                    + "SELECT id FROM added";

    /** No row when it has changed or ended. $2 clinician, $3 version, $4 what is said. */
    static final String CHANGE =
            """
            WITH changed AS (
                UPDATE clinician
                SET given_name = said.given_name, family_name = said.family_name, sort_name = said.sort_name,
                    license_number = said.license_number, license_state = said.license_state, npi = said.npi,
                    staff_user_id = said.staff_user_id,
                    counts_from = coalesce(said.counts_from, clinician.counts_from), counts_until = said.counts_until,
                    updated_at = clock_timestamp(), version = version + 1
                FROM jsonb_to_record($4::jsonb) AS said(
                    given_name text, family_name text, sort_name text, license_number text, license_state text, npi text,
                    staff_user_id uuid, counts_from timestamptz, counts_until timestamptz)
                WHERE clinician.id = $2::uuid AND version = $3::int AND ended_at IS NULL
                RETURNING clinician.id, <OLD> AS before, <NEW> AS after),
            event AS (
                SELECT 'CLINICIAN_CHANGED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id,
                       'clinician' AS object_type, id::text AS object_id, NULL AS reason, before, after
                FROM changed),
            """
                            .replace("<OLD>", kept("old"))
                            .replace("<NEW>", kept("new"))
                    + AuditSql.AUDITED
                    + "SELECT id FROM changed";

    /** No row when it has ended. $2 clinician. */
    static final String END =
            """
            WITH ended AS (
                UPDATE clinician
                SET ended_at = clock_timestamp(), ended_by_name = caller.name, updated_at = clock_timestamp(),
                    version = version + 1
                FROM jsonb_to_record($1::jsonb) AS caller(name text)
                WHERE clinician.id = $2::uuid AND ended_at IS NULL
                RETURNING clinician.id),
            event AS (
                SELECT 'CLINICIAN_ENDED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id,
                       'clinician' AS object_type, id::text AS object_id, NULL AS reason, NULL::jsonb AS before,
                       NULL::jsonb AS after
                FROM ended),
            """
                    + AuditSql.AUDITED
                    + "SELECT id FROM ended";

    private ClinicianSql() {}

    /** What the record keeps of a row. */
    static String kept(String row) {
        return """
        jsonb_strip_nulls(jsonb_build_object('givenName', <ROW>.given_name, 'familyName', <ROW>.family_name,
            'licenseNumber', <ROW>.license_number, 'licenseState', <ROW>.license_state, 'npi', <ROW>.npi,
            'staffUserId', <ROW>.staff_user_id, 'active', <ROW>.active, 'from', <ROW>.counts_from,
            'until', <ROW>.counts_until))
        """
                .strip()
                .replace("<ROW>", row);
    }
}
