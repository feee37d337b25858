package org.portaldesk.api.result.store;

import org.portaldesk.api.audit.AuditSql;
import org.portaldesk.api.notice.NoticeSql;

/**
 * What happens by itself, written down once, however many instances look: each statement locks what
 * it takes and passes over what another has. {@code $1} is the system.
 *
 * <p>How much a statement takes stands in its text, and other parameters where the planner does not
 * look at them: else PostgreSQL finds it worth its while to plan anew for their values in each
 * round, which costs several times what the round itself does.
 */
final class RoundSql {

    /** So many at once, and for delays those of the same moment that would be left. */
    static final int AT_ONCE = 500;

    /** Holds whose end has come; {@code ended_at} is the promised moment. */
    static final String HOLDS_ENDED =
            atOnce(
                    """
            WITH due AS MATERIALIZED (
                SELECT id FROM result_hold
                WHERE ended_at IS NULL AND ends_at <= statement_timestamp()
                ORDER BY ends_at, id LIMIT <AT_ONCE>
                FOR NO KEY UPDATE SKIP LOCKED),
            ended AS (
                UPDATE result_hold SET ended_at = ends_at, ended_by_name = caller.name,
                    end_reason = CASE WHEN confirmed_at IS NULL AND wished_end > ends_at THEN 'UNCONFIRMED' ELSE 'TIME' END
                FROM due, jsonb_to_record($1::jsonb) AS caller(name text)
                WHERE result_hold.id = due.id
                RETURNING result_hold.id, result_id, patient_id, ends_at, end_reason),
            event AS (
                SELECT 'RESULT_HOLD_ENDED' AS act, 'DONE' AS outcome, patient_id, 'result' AS object_type,
                       result_id::text AS object_id, end_reason AS reason, '{"state": "HELD"}'::jsonb AS before,
                       jsonb_build_object('hold', id, 'at', ends_at) AS after
                FROM ended),
            """
                            + AuditSql.AUDITED
                            + "SELECT count(*)::int AS done FROM ended");

    /**
     * Delays that have ended since the last look and let a result go. Those of one moment are taken
     * together, so that the next look begins after it.
     */
    static final String DELAYS_ENDED =
            atOnce(
                    """
            WITH round AS MATERIALIZED (
                SELECT delays_until AS since, greatest(delays_until, statement_timestamp()) AS now
                FROM release_round FOR NO KEY UPDATE SKIP LOCKED),
            due AS MATERIALIZED (
                SELECT DISTINCT one.id, one.patient_id, one.received_at, delay.ends_at
                FROM round
                JOIN release_rule AS rule ON rule.effective_from <= round.now
                    AND rule.state = (SELECT value #>> '{}' FROM setting
                                      WHERE name = 'facility.state' AND setting.effective_from <= round.now
                                      ORDER BY setting.effective_from DESC LIMIT 1)
                JOIN result AS one
                    ON least(coalesce(one.issued, one.updated_at), one.updated_at)
                           > round.since - make_interval(hours => rule.hours)
                   AND least(coalesce(one.issued, one.updated_at), one.updated_at)
                           <= round.now - make_interval(hours => rule.hours)
                   AND (one.code = ANY (rule.codes) OR one.category = ANY (rule.categories))
                CROSS JOIN LATERAL (
                    SELECT result_finalised_at(one) + make_interval(hours => rule.hours) AS ends_at) AS delay
                ORDER BY delay.ends_at FETCH FIRST <AT_ONCE> ROWS WITH TIES),
            moved AS (
                UPDATE release_round
                SET delays_until = CASE WHEN (SELECT count(*) FROM due) >= <AT_ONCE>
                                        THEN (SELECT max(ends_at) FROM due) ELSE round.now END
                FROM round
                WHERE EXISTS (SELECT FROM due) OR round.since < round.now - interval '1 minute'),
            let_go AS MATERIALIZED (
                SELECT due.id, due.patient_id, due.ends_at, before.statute
                FROM due
                JOIN result_release_at(due.ends_at - interval '1 microsecond') AS before
                    ON before.result_id = due.id AND before.delayed
                JOIN result_release_at(due.ends_at) AS after ON after.result_id = due.id AND after.state = 'RELEASED'
                WHERE due.received_at < due.ends_at),
            news AS (INSERT INTO result_news (result_id) SELECT id FROM let_go),
            event AS (
                SELECT 'RESULT_RELEASED' AS act, 'DONE' AS outcome, patient_id, 'result' AS object_type,
                       id::text AS object_id, statute AS reason, '{"state": "SCHEDULED"}'::jsonb AS before,
                       jsonb_build_object('state', 'RELEASED', 'at', ends_at) AS after
                FROM let_go),
            """
                            + AuditSql.AUDITED
                            + "SELECT count(*)::int AS done FROM due");

    /** Who may see what is new is to be told, unless they have seen it. $2 zone. */
    static final String NEWS_TAKEN =
            atOnce(
                    """
            WITH zone AS MATERIALIZED (SELECT $2::text AS name),
            picked AS MATERIALIZED (
                SELECT id FROM result_news ORDER BY id LIMIT <AT_ONCE> FOR UPDATE SKIP LOCKED),
            taken AS (
                DELETE FROM result_news USING picked WHERE result_news.id = picked.id RETURNING result_id),
            fresh AS MATERIALIZED (
                SELECT DISTINCT one.id, one.updated_at
                FROM taken JOIN result AS one ON one.id = taken.result_id
                WHERE EXISTS (SELECT FROM portal_account AS account WHERE account.patient_id = one.patient_id)
                   OR EXISTS (SELECT FROM proxy_grant AS g WHERE g.patient_id = one.patient_id AND g.state = 'ACTIVE')),
            reader AS (
                SELECT DISTINCT viewer.account_id
                FROM fresh
                CROSS JOIN zone
                CROSS JOIN LATERAL result_viewers_at(fresh.id, statement_timestamp(), zone.name) AS viewer
                JOIN portal_account AS account ON account.id = viewer.account_id
                WHERE NOT EXISTS (
                    SELECT FROM result_seen AS seen
                    WHERE seen.result_id = fresh.id AND seen.viewer = account.keycloak_id
                      AND seen.first_seen_at >= fresh.updated_at)),
            noted AS (
                INSERT INTO result_notice (account_id, waiting_since)
                SELECT account_id, statement_timestamp() FROM reader ORDER BY account_id
                ON CONFLICT (account_id) DO UPDATE
                SET waiting_since = coalesce(result_notice.waiting_since, excluded.waiting_since))
            SELECT count(*)::int AS done FROM taken, (SELECT $1::jsonb) AS system
            """);

    /**
     * An e-mail for each who waits and had none for an hour. A patient whose address is also that
     * of somebody with a grant is not told: it would tell the other.
     */
    static final String NEWS_TOLD =
            atOnce(
                    """
            WITH due AS MATERIALIZED (
                SELECT account_id FROM result_notice
                WHERE waiting_since IS NOT NULL
                  AND (mailed_at IS NULL OR mailed_at <= statement_timestamp() - interval '1 hour')
                ORDER BY waiting_since LIMIT <AT_ONCE>
                FOR NO KEY UPDATE SKIP LOCKED),
            told AS (
                UPDATE result_notice SET waiting_since = NULL, mailed_at = statement_timestamp()
                FROM due WHERE result_notice.account_id = due.account_id
                RETURNING result_notice.account_id),
            addressed AS MATERIALIZED (
                SELECT account.id, account.patient_id,
                       coalesce(address.value, person.email) AS recipient,
                       CASE WHEN person.id IS NOT NULL THEN person.language ELSE <LANGUAGE> END AS language
                FROM told
                JOIN portal_account AS account ON account.id = told.account_id
                LEFT JOIN patient ON patient.id = account.patient_id
                LEFT JOIN proxy_person AS person ON person.id = account.proxy_person_id
                LEFT JOIN LATERAL (
                    SELECT value, folded FROM patient_contact
                    WHERE patient_id = account.patient_id AND kind = 'EMAIL' ORDER BY place LIMIT 1) AS address ON true
                WHERE NOT EXISTS (
                    SELECT FROM proxy_grant AS g JOIN proxy_person AS other ON other.id = g.proxy_person_id
                    WHERE g.patient_id = account.patient_id AND g.state <> 'ENDED'
                      AND lower(other.email) = address.folded)),
            email AS (
                SELECT 'RESULT_NEWS' AS kind, recipient, language, patient_id, NULL::uuid AS code_id,
                       NULL::uuid AS code_request_id, '{}'::jsonb AS content
                FROM addressed WHERE recipient IS NOT NULL),
            <EMAIL_QUEUED>,
            event AS (
                SELECT 'RESULT_NEWS_TOLD' AS act, 'DONE' AS outcome, patient_id, 'portal_account' AS object_type,
                       id::text AS object_id, NULL AS reason, NULL::jsonb AS before, NULL::jsonb AS after
                FROM addressed WHERE recipient IS NOT NULL),
            """
                                    .replace("<LANGUAGE>", NoticeSql.PATIENT_LANGUAGE)
                                    .replace("<EMAIL_QUEUED>", NoticeSql.EMAIL_QUEUED.strip())
                            + AuditSql.AUDITED
                            + "SELECT count(*)::int AS done FROM told");

    private RoundSql() {}

    private static String atOnce(String sql) {
        return sql.replace("<AT_ONCE>", String.valueOf(AT_ONCE));
    }
}
