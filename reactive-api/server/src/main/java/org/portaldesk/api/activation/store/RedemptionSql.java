package org.portaldesk.api.activation.store;

import org.portaldesk.api.audit.AuditSql;
import org.portaldesk.api.notice.NoticeSql;

/**
 * The statements of a redemption.
 *
 * @see "docs/decisions/0032-one-statement-judges-a-redemption.md"
 * @see "docs/decisions/0033-a-redemption-is-a-lease.md"
 */
final class RedemptionSql {

    /** How long an attempt may be silent before somebody undoes or finishes it. */
    static final String LEASE = "interval '8 seconds'";

    /** When an undone attempt is looked at once more, for a user that came late. */
    private static final String SECOND_LOOK = "interval '60 seconds'";

    /**
     * Throttle, look-up, comparison, verdict, lease, counting and record. $2 rules, $3 hashes, $4
     * birth date, $5 identifier, $6 username, $7 the e-mail address that they typed, or null for
     * the one on record. Only who is let in learns that it collides.
     *
     * <p>{@code live} locks the code, so that a verdict stands on its newest state; {@code known}
     * does not, so that nobody waits for a dead one. Facts are compared by their digests: how far
     * two values agree does not show in the time.
     */
    static final String CLAIM =
            """
            WITH rules AS (
                SELECT "ownAccountFrom", "identifierWithoutSsn", "wrongPerCode", "windowSeconds", overall, zone,
                       coalesce((SELECT per_hour FROM named_network(($1::jsonb ->> 'address')::inet)), "perAddress")
                           AS "perAddress"
                FROM jsonb_to_record($2::jsonb) AS rules(
                    "ownAccountFrom" int, "identifierWithoutSsn" text, "wrongPerCode" int,
                    "perAddress" int, "windowSeconds" int, overall int, zone text)),
            address AS (SELECT ($1::jsonb ->> 'address')::inet AS client),
            failures AS (
                SELECT occurred_at, occurred_at > now() - make_interval(secs => "windowSeconds") AS counts
                FROM portal_failure, address, rules
                WHERE client_network(client_address) = client_network(client) AND act = 'ACTIVATE'
                  AND occurred_at > now() - interval '1 hour'
                ORDER BY occurred_at DESC LIMIT (SELECT "perAddress" FROM rules)),
            throttle AS (
                SELECT (SELECT count(*) FILTER (WHERE counts) >= "perAddress" FROM failures) AS full_up,
                       (SELECT min(occurred_at) FILTER (WHERE counts) FROM failures)
                           + make_interval(secs => "windowSeconds") - now() AS wait,
                       EXISTS (SELECT FROM failures) AS failed_before,
                       overall <= (SELECT count(*) FROM (
                           SELECT FROM portal_failure
                           WHERE act = 'ACTIVATE' AND occurred_at > now() - interval '1 minute'
                           LIMIT (SELECT overall FROM rules)) AS minute) AS alarm
                FROM rules),
            gate AS (
                SELECT alarm, CASE WHEN full_up THEN greatest(1, ceil(extract(epoch FROM wait)))::int
                                   WHEN alarm AND failed_before THEN 60 END AS wait
                FROM throttle),
            known AS (
                SELECT code.id, code.patient_id, code.proxy_person_id, code.state
                FROM activation_code AS code, gate
                WHERE code.code_hash = ANY (ARRAY(SELECT decode(hash, 'hex') FROM unnest($3::text[]) AS hash)) AND gate.wait IS NULL),
            live AS MATERIALIZED (
                SELECT code.id, code.patient_id, code.proxy_person_id, code.expires_at <= clock_timestamp() AS over
                FROM activation_code AS code, gate
                WHERE code.code_hash = ANY (ARRAY(SELECT decode(hash, 'hex') FROM unnest($3::text[]) AS hash)) AND code.state = 'ISSUED' AND gate.wait IS NULL
                FOR NO KEY UPDATE OF code),
            somebody AS (
                SELECT live.id, live.over, patient.deceased, patient.language, email.value AS email, patient.birth_date,
                       coalesce(patient.ssn_last4, CASE "identifierWithoutSsn"
                           WHEN 'MRN_LAST4' THEN right(patient.mrn, 4) END) AS identifier,
                       EXISTS (SELECT FROM portal_account WHERE patient_id = patient.id) AS has_account
                FROM live JOIN patient ON patient.id = live.patient_id CROSS JOIN rules
                LEFT JOIN patient_contact AS email
                    ON email.patient_id = patient.id AND email.kind = 'EMAIL' AND email.place = (
                        SELECT min(place) FROM patient_contact
                        WHERE patient_id = patient.id AND kind = 'EMAIL')
                UNION ALL
                SELECT live.id, live.over, false, person.language, person.email, person.birth_date,
                       coalesce(nullif(right(regexp_replace(person.phone, '[^0-9]', '', 'g'), 4), ''),
                                (SELECT right(patient.mrn, 4)
                                 FROM proxy_grant AS g JOIN patient ON patient.id = g.patient_id
                                 WHERE g.proxy_person_id = person.id AND g.state <> 'ENDED'
                                 ORDER BY g.id DESC LIMIT 1)),
                       EXISTS (SELECT FROM portal_account WHERE proxy_person_id = person.id)
                FROM live JOIN proxy_person AS person ON person.id = live.proxy_person_id),
            facts AS (
                SELECT id, over, deceased, language, email, has_account,
                       sha256(birth_date::text::bytea) = sha256($4::date::text::bytea) AS birth_date_fits,
                       coalesce(sha256(identifier::bytea) = sha256(convert_to($5, 'UTF8')), false) AS identifier_fits,
                       extract(year FROM age((clock_timestamp() AT TIME ZONE zone)::date, birth_date))
                           < greatest("ownAccountFrom", own_account_from()) AS too_young
                FROM somebody CROSS JOIN rules),
            verdict AS (
                SELECT gate.wait, gate.alarm, known.id AS code_id, known.patient_id, known.proxy_person_id, facts.email,
                       facts.language,
                       CASE WHEN gate.wait IS NOT NULL THEN 'SHUT_OUT'
                            WHEN known.id IS NULL THEN 'UNKNOWN'
                            WHEN facts.id IS NULL AND known.state <> 'ISSUED' THEN known.state
                            WHEN facts.id IS NULL THEN 'IN_USE'
                            WHEN over THEN 'EXPIRED'
                            WHEN NOT birth_date_fits AND NOT identifier_fits THEN 'WRONG_BIRTH_DATE_AND_IDENTIFIER'
                            WHEN NOT birth_date_fits THEN 'WRONG_BIRTH_DATE'
                            WHEN NOT identifier_fits THEN 'WRONG_IDENTIFIER'
                            WHEN deceased THEN 'DECEASED'
                            WHEN too_young THEN 'TOO_YOUNG'
                            WHEN has_account THEN 'ACCOUNT_ACTIVE'
                            ELSE 'ACCEPTED' END AS word
                FROM gate LEFT JOIN known ON true LEFT JOIN facts ON true),
            started AS (
                INSERT INTO activation (code_id, patient_id, proxy_person_id, username, state, lease_until)
                SELECT code_id, patient_id, proxy_person_id, $6, 'STARTED', clock_timestamp() + <LEASE>
                FROM verdict WHERE word = 'ACCEPTED'
                ON CONFLICT (code_id) WHERE state IN ('STARTED', 'REDEEMED') DO NOTHING
                RETURNING id),
            judged AS (
                SELECT verdict.*, started.id AS activation_id,
                       CASE WHEN word = 'ACCEPTED' AND started.id IS NULL THEN 'IN_USE' ELSE word END AS reason
                FROM verdict LEFT JOIN started ON true),
            counted AS (
                UPDATE activation_code AS code
                SET failed_attempts = failed_attempts + 1, version = version + 1,
                    state = CASE WHEN failed_attempts + 1 >= "wrongPerCode" THEN 'REVOKED' ELSE state END,
                    ended_at = CASE WHEN failed_attempts + 1 >= "wrongPerCode" THEN clock_timestamp() END,
                    end_reason = CASE WHEN failed_attempts + 1 >= "wrongPerCode" THEN 'TOO_MANY_WRONG_FACTS' END
                FROM judged, rules
                WHERE code.id = judged.code_id AND code.state = 'ISSUED' AND judged.reason LIKE 'WRONG%'
                RETURNING code.id, code.patient_id, code.state, code.failed_attempts),
            failed AS (
                INSERT INTO portal_failure (client_address, act, cause, code_id)
                SELECT client, 'ACTIVATE', reason, code_id
                FROM judged, address WHERE reason NOT IN ('ACCEPTED', 'SHUT_OUT')),
            event AS (
                SELECT 'CODE_REDEMPTION_REFUSED' AS act, 'REFUSED' AS outcome, patient_id,
                       'activation_code' AS object_type, code_id::text AS object_id, reason,
                       NULL::jsonb AS before,
                       CASE reason WHEN 'REDEEMED' THEN '{"incident": "code used again"}'::jsonb END AS after
                FROM judged WHERE code_id IS NOT NULL AND reason <> 'ACCEPTED'
                UNION ALL
                SELECT 'CODE_REVOKED', 'DONE', patient_id, 'activation_code', id::text, 'TOO_MANY_WRONG_FACTS',
                       '{"state": "ISSUED"}', jsonb_build_object('state', state, 'failedAttempts', failed_attempts)
                FROM counted WHERE state = 'REVOKED'),
            """
                            .replace("<LEASE>", LEASE)
                    + AuditSql.AUDITED
                    + """
                    SELECT reason, wait, alarm, activation_id, coalesce(patient_id, proxy_person_id) AS person_id, email,
                           language,
                           coalesce((SELECT ARRAY[given_name, family_name] FROM patient WHERE id = judged.patient_id),
                                    (SELECT ARRAY[given_name, family_name] FROM proxy_person WHERE id = judged.proxy_person_id),
                                    '{}') AS names,
                           reason = 'ACCEPTED' AND patient_id IS NOT NULL
                               AND email_collisions(patient_id, coalesce($7::text, email)) <> '{}'
                               AND NOT EXISTS (
                                   SELECT FROM activation_code AS code
                                   JOIN contact_override AS word ON word.id = code.override_id
                                   WHERE code.id = judged.code_id AND code.channel = 'EMAIL'
                                     AND word.address = lower(btrim(coalesce($7::text, email)))) AS collides
                    FROM judged
                    """;

    /**
     * The code's end and the account's beginning; no row when the code died or the attempt was
     * undone meanwhile. $2 activation, $3 user in Keycloak.
     */
    static final String REDEEM =
            """
            WITH held AS MATERIALIZED (
                SELECT activation.id, activation.code_id, activation.patient_id, activation.proxy_person_id, activation.username
                FROM activation JOIN activation_code AS code ON code.id = activation.code_id
                WHERE activation.id = $2::uuid AND activation.state = 'STARTED' AND code.state = 'ISSUED'
                FOR NO KEY UPDATE),
            marked AS (
                UPDATE activation
                SET state = 'REDEEMED', keycloak_id = $3::uuid, lease_until = clock_timestamp() + <LEASE>
                FROM held WHERE activation.id = held.id),
            redeemed AS (
                UPDATE activation_code AS code
                SET state = 'REDEEMED', ended_at = clock_timestamp(), version = version + 1
                FROM held WHERE code.id = held.code_id),
            account AS (
                INSERT INTO portal_account (patient_id, proxy_person_id, keycloak_id, username, username_folded, state)
                SELECT patient_id, proxy_person_id, $3::uuid, username, username, 'ACTIVE' FROM held
                RETURNING id),
            email AS (
                (SELECT 'ACCOUNT_OPENED' AS kind, address.value AS recipient, <LANGUAGE> AS language,
                        patient.id AS patient_id, NULL::uuid AS code_id, NULL::uuid AS code_request_id,
                        '{}'::jsonb AS content
                 FROM held JOIN patient ON patient.id = held.patient_id
                 JOIN patient_contact AS address ON address.patient_id = patient.id AND address.kind = 'EMAIL'
                 ORDER BY address.place LIMIT 1)
                UNION ALL
                SELECT 'ACCOUNT_OPENED', person.email, person.language, NULL, NULL, NULL, '{}'
                FROM held JOIN proxy_person AS person ON person.id = held.proxy_person_id
                WHERE person.email IS NOT NULL),
            <EMAIL_QUEUED>,
            event AS (
                SELECT 'CODE_REDEEMED' AS act, 'DONE' AS outcome, held.patient_id, 'activation_code' AS object_type,
                       held.code_id::text AS object_id, NULL AS reason, '{"state": "ISSUED"}'::jsonb AS before,
                       jsonb_build_object('state', 'REDEEMED', 'account', account.id, 'username', username) AS after
                FROM held, account),
            """
                            .replace("<LEASE>", LEASE)
                            .replace("<LANGUAGE>", NoticeSql.PATIENT_LANGUAGE)
                            .replace("<EMAIL_QUEUED>", NoticeSql.EMAIL_QUEUED.strip())
                    + AuditSql.AUDITED
                    + "SELECT id FROM held";

    /** The attempt is over and left nothing behind. $2 activation, $3 reason. */
    static final String UNDONE = undo("UNDONE", "'infinity'", "CODE_REDEMPTION_REFUSED", "REFUSED");

    /** The attempt is over but may have left a user; somebody looks at once. */
    static final String UNDOING =
            undo("UNDOING", "clock_timestamp()", "CODE_REDEMPTION_REFUSED", "REFUSED");

    /** What the attempt left is gone; whatever comes later is found by the second look. */
    static final String CLEANED =
            undo("UNDONE", "clock_timestamp() + " + SECOND_LOOK, "CODE_REDEMPTION_UNDONE", "DONE");

    static final String RENEW =
            "UPDATE activation SET lease_until = clock_timestamp() + "
                    + LEASE
                    + " WHERE id = $1::uuid AND state = 'STARTED'";

    static final String DONE =
            "UPDATE activation SET state = 'DONE', lease_until = 'infinity'"
                    + " WHERE id = $1::uuid AND state = 'REDEEMED'";

    static final String SETTLED =
            "UPDATE activation SET lease_until = 'infinity' WHERE id = $1::uuid AND state = 'UNDONE'";

    /**
     * Takes over what is due, for one lease. From here on the one who started it cannot redeem any
     * more, before anybody touches its user. $1 how many.
     */
    static final String TAKE =
            """
            WITH due AS MATERIALIZED (
                SELECT id FROM activation
                WHERE lease_until < 'infinity' AND lease_until <= now()
                ORDER BY lease_until LIMIT $1::int
                FOR NO KEY UPDATE SKIP LOCKED)
            UPDATE activation
            SET state = CASE state WHEN 'STARTED' THEN 'UNDOING' ELSE state END,
                lease_until = clock_timestamp() + <LEASE>
            FROM due WHERE activation.id = due.id
            RETURNING activation.id, activation.state, activation.username, activation.keycloak_id
            """
                    .replace("<LEASE>", LEASE);

    /** $1 how many. */
    static final String FORGET =
            """
            DELETE FROM portal_failure WHERE id IN (
                SELECT id FROM portal_failure
                WHERE occurred_at < now() - interval '90 days' ORDER BY occurred_at LIMIT $1::int)
            """;

    private RedemptionSql() {}

    private static String undo(String state, String until, String act, String outcome) {
        return """
                WITH undone AS (
                    UPDATE activation SET state = '<STATE>', lease_until = <UNTIL>
                    WHERE id = $2::uuid AND state IN ('STARTED', 'UNDOING')
                    RETURNING code_id, patient_id),
                event AS (
                    SELECT '<ACT>' AS act, '<OUTCOME>' AS outcome, patient_id, 'activation_code' AS object_type,
                           code_id::text AS object_id, $3::text AS reason, NULL::jsonb AS before, NULL::jsonb AS after
                    FROM undone),
                """
                        .replace("<STATE>", state)
                        .replace("<UNTIL>", until)
                        .replace("<ACT>", act)
                        .replace("<OUTCOME>", outcome)
                + AuditSql.AUDITED
                + "SELECT id FROM audited";
    }
}
