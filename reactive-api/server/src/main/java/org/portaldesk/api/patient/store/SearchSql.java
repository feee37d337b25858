package org.portaldesk.api.patient.store;

import org.portaldesk.api.audit.AuditSql;

/**
 * The search, in one statement with its event. Words are looked up as they were typed; only where
 * that finds few, those one typing error away are looked up too. Facts, where there are any, decide
 * who is looked at, else the longest word does.
 *
 * @see "docs/decisions/0021-typing-errors-by-variants.md"
 */
final class SearchSql {

    /**
     * {@code $2} is an array of words with the end of their range and their variants, {@code $3} of
     * facts, {@code $4} the folded username. More than 2,000 candidates are not looked at: they
     * come in the order of their words, so that those who bear a word itself come before those for
     * whom it is a beginning.
     */
    private static final String TYPED =
            """
            WITH word AS MATERIALIZED (
                SELECT place, start, past, variants
                FROM jsonb_to_recordset($2::jsonb) AS typed(place integer, start text, past text, variants text[])),
            fact AS MATERIALIZED (
                SELECT place, birth_dates, mrn, mrn_past, phone, phone_past, local_number, email, email_past
                FROM jsonb_to_recordset($3::jsonb) AS typed(
                    place integer, birth_dates date[], mrn text, mrn_past text, phone text, phone_past text,
                    local_number text, email text, email_past text)),
            """;

    private static final String BY_FACTS =
            """
            fits AS (
                SELECT fact.place, patient.id FROM fact JOIN patient ON patient.birth_date = ANY (fact.birth_dates)
                UNION
                SELECT fact.place, patient.id FROM fact
                JOIN patient ON patient.mrn >= fact.mrn AND patient.mrn < fact.mrn_past
                UNION
                SELECT fact.place, patient_id FROM fact
                JOIN patient_contact ON kind = 'PHONE' AND folded >= fact.phone AND folded < fact.phone_past
                UNION
                SELECT fact.place, patient_id FROM fact
                JOIN patient_contact ON kind = 'PHONE' AND right(folded, 7) = fact.local_number
                UNION
                SELECT fact.place, patient_id FROM fact
                JOIN patient_contact ON kind = 'EMAIL' AND folded >= fact.email AND folded < fact.email_past),
            candidate AS MATERIALIZED (
                SELECT id FROM fits GROUP BY id HAVING count(*) = (SELECT count(*) FROM fact) ORDER BY id LIMIT 2000),
            as_typed AS MATERIALIZED (
                SELECT candidate.id
                FROM candidate
                WHERE NOT EXISTS (
                    SELECT FROM word WHERE NOT EXISTS (
                        SELECT FROM patient_name name
                        WHERE name.patient_id = candidate.id AND name.word >= word.start AND name.word < word.past))),
            """;

    private static final String BY_NAME =
            """
            candidate AS MATERIALIZED (
                SELECT name.patient_id AS id
                FROM patient_name name
                WHERE name.word >= (SELECT start FROM word WHERE place = 0)
                  AND name.word < (SELECT past FROM word WHERE place = 0)
                  AND NOT EXISTS (
                    SELECT FROM word WHERE word.place > 0 AND NOT EXISTS (
                        SELECT FROM patient_name other
                        WHERE other.patient_id = name.patient_id
                          AND other.word >= word.start AND other.word < word.past))
                ORDER BY name.word, name.patient_id
                LIMIT 2000),
            as_typed AS MATERIALIZED (SELECT DISTINCT id FROM candidate),
            """;

    private static final String NEAR =
            """
            near AS MATERIALIZED (
                SELECT DISTINCT word.place, name_variant.word
                FROM word JOIN name_variant ON name_variant.variant = ANY (word.variants)
                WHERE (SELECT count(*) FROM as_typed) < 10),
            forgiven AS MATERIALIZED (
                SELECT around.id
                FROM (%s) AS around
                WHERE around.id NOT IN (SELECT id FROM as_typed) AND NOT EXISTS (
                    SELECT FROM word WHERE NOT EXISTS (
                        SELECT FROM patient_name name
                        WHERE name.patient_id = around.id
                          AND (name.word >= word.start AND name.word < word.past
                               OR name.word IN (SELECT near.word FROM near WHERE near.place = word.place))))),
            """;

    private static final String AROUND_FACTS =
            "SELECT candidate.id FROM candidate WHERE EXISTS (SELECT FROM near)";

    private static final String AROUND_NAMES =
            """
            SELECT DISTINCT name.patient_id AS id
            FROM near JOIN patient_name name ON name.word = near.word
            LIMIT 2000
            """;

    /**
     * The rank: 0 whose words all are whole and one begins the name in use, 1 whole words, 2 and 3
     * the same for beginnings, 4 with typing errors forgiven. {@code $7}–{@code $9} are the last
     * row of the page before, {@code $10} how many rows.
     */
    private static final String FOUND =
            """
            ranked AS (
                SELECT patient.id, patient.sort_name, coalesce(hit.rank,
                    CASE WHEN EXISTS (
                        SELECT FROM word WHERE NOT EXISTS (
                            SELECT FROM patient_name name
                            WHERE name.patient_id = patient.id AND name.word = word.start)) THEN 2 ELSE 0 END
                    + CASE WHEN EXISTS (
                        SELECT FROM word WHERE starts_with(patient.sort_name, word.start)) THEN 0 ELSE 1 END)
                    AS rank
                FROM (SELECT id, NULL::integer AS rank FROM as_typed
                      UNION ALL
                      SELECT id, 4 FROM forgiven
                      UNION ALL
                      SELECT patient_id, 0 FROM portal_account
                      WHERE username_folded = $4 AND patient_id NOT IN (SELECT id FROM as_typed)
                        AND patient_id NOT IN (SELECT id FROM forgiven)) AS hit
                JOIN patient ON patient.id = hit.id),
            found AS MATERIALIZED (
                SELECT id, sort_name, rank
                FROM ranked
                WHERE (rank, sort_name, id)
                      > ($5::integer, coalesce((SELECT sort_name FROM patient WHERE id = $6::uuid), ''), $6)
                ORDER BY rank, sort_name, id
                LIMIT $7),
            """;

    /** {@code $8} are the kinds of what was typed; the words themselves are not kept. */
    private static final String EVENT =
            """
            event AS (
                SELECT 'PATIENTS_SEARCHED' AS act, 'DONE' AS outcome, NULL::uuid AS patient_id,
                       NULL::text AS object_type, NULL::text AS object_id, NULL::text AS reason,
                       NULL::jsonb AS before,
                       jsonb_build_object(
                           'found', (SELECT count(*) FROM shown), 'kinds', to_jsonb($8::text[]),
                           'patients', (SELECT coalesce(jsonb_agg(id), '[]') FROM shown)) AS after),
            """;

    private static final String SHOWN =
            """
            shown AS (
                SELECT id FROM found ORDER BY rank, sort_name, id LIMIT $7 - 1),
            """;

    private static final String ANSWER =
            """
            SELECT patient.id, patient.mrn, patient.family_name, patient.given_name, patient.birth_date,
                   patient.deceased, found.rank, found.sort_name,
                   patient.id IN (SELECT closed_patient($1::jsonb)) AS closed,
            """
                    + AccountSql.COLUMNS
                    + "FROM audited CROSS JOIN found JOIN patient ON patient.id = found.id\n"
                    + AccountSql.JOIN
                    + "ORDER BY found.rank, found.sort_name, found.id";

    private static final String REST = FOUND + SHOWN + EVENT + AuditSql.AUDITED + ANSWER;

    static final String SEARCH_BY_FACTS = TYPED + BY_FACTS + NEAR.formatted(AROUND_FACTS) + REST;

    static final String SEARCH_BY_NAME = TYPED + BY_NAME + NEAR.formatted(AROUND_NAMES) + REST;

    private SearchSql() {}
}
