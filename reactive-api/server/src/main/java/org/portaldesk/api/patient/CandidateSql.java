package org.portaldesk.api.patient;

/**
 * Whose record something may be about: whoever shares two facts with what was claimed is a
 * candidate; those who share the weightier ones come first. Each way in has an index and an end.
 *
 * @see "docs/decisions/0044-candidates.md"
 */
public final class CandidateSql {

    private static final String BEST =
            """
            <near> AS (
                (SELECT patient.id FROM patient JOIN <asked> AS asked ON patient.birth_date = asked.birth_date
                 ORDER BY patient.sort_name, patient.id LIMIT 300)
                UNION
                (SELECT patient_contact.patient_id FROM patient_contact JOIN <asked> AS asked ON folded = email_folded
                 WHERE kind = 'EMAIL' LIMIT 50)
                UNION
                (SELECT patient_contact.patient_id FROM patient_contact JOIN <asked> AS asked ON folded = phone_folded
                 WHERE kind = 'PHONE' LIMIT 50)
                UNION
                (SELECT family.patient_id FROM <asked> AS asked
                 JOIN patient_name AS family ON family.word = ANY (family_words)
                 JOIN patient_name AS given ON given.patient_id = family.patient_id AND given.word = ANY (given_words)
                 LIMIT 100)),
            <facts> AS (
                SELECT patient.*, patient.id IN (SELECT closed_patient($1::jsonb)) AS closed,
                       (patient.birth_date = asked.birth_date)::int AS birth_date_fits,
                       coalesce(patient.ssn_last4 = asked.ssn_last4, false)::int AS ssn_fits,
                       EXISTS (SELECT FROM patient_name WHERE patient_id = patient.id
                               AND word = ANY (family_words))::int AS family_fits,
                       EXISTS (SELECT FROM patient_name WHERE patient_id = patient.id
                               AND word = ANY (given_words))::int AS given_fits,
                       EXISTS (SELECT FROM patient_contact WHERE patient_id = patient.id AND kind = 'EMAIL'
                               AND folded = email_folded)::int AS email_fits,
                       EXISTS (SELECT FROM patient_contact WHERE patient_id = patient.id AND kind = 'PHONE'
                               AND folded = phone_folded)::int AS phone_fits
                FROM <near> AS near JOIN patient ON patient.id = near.id CROSS JOIN <asked> AS asked),
            <ranked> AS (
                SELECT facts.*, birth_date_fits * 4 + ssn_fits * 4 + email_fits * 3 + family_fits * 3
                                + phone_fits * 2 + given_fits * 2 AS score
                FROM <facts> AS facts
                WHERE birth_date_fits + ssn_fits + email_fits + family_fits + phone_fits + given_fits >= 2),
            <best> AS (
                SELECT * FROM <ranked> ORDER BY score DESC, sort_name, id LIMIT 10)
            """;

    private CandidateSql() {}

    /**
     * The CTE {@code best}, with the columns of {@code patient}, {@code score} and whether the
     * record is {@code closed} to the caller in {@code $1}, and what it stands on. Of a closed
     * record nothing but the name may be shown.
     *
     * @param asked a CTE of no or one row with {@code birth_date, ssn_last4, email_folded,
     *     phone_folded, family_words, given_words}
     */
    public static String best(String best, String asked) {
        return BEST.replace("<asked>", asked)
                .replace("<best>", best)
                .replace("<near>", best + "_near")
                .replace("<facts>", best + "_facts")
                .replace("<ranked>", best + "_ranked");
    }
}
