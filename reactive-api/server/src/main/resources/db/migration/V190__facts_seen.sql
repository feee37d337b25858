-- What an agent has seen of a patient within the hour does not prove who a caller is: docs/decisions/0115-blind-is-blind.md.
-- Fields that were revealed, contacts and MRN that the page showed after a pass, and a birth date that a search found after
-- three that found nobody.
CREATE FUNCTION facts_seen(agent text, patient uuid) RETURNS text[]
LANGUAGE sql STABLE AS $$
    WITH lately AS MATERIALIZED (
        SELECT act, after FROM audit_event
        WHERE actor = agent AND id > (SELECT uuidv7(interval '-61 minutes')) AND outcome = 'DONE'
          AND occurred_at > statement_timestamp() - interval '1 hour'
          AND (act IN ('FIELD_REVEALED', 'PATIENT_READ') AND patient_id = patient
               OR act = 'PATIENTS_SEARCHED' AND after -> 'kinds' ? 'BIRTH_DATE'))
    SELECT coalesce(array_agg(DISTINCT fact), '{}')
    FROM (SELECT after ->> 'field' AS fact FROM lately WHERE act = 'FIELD_REVEALED'
          UNION ALL
          SELECT jsonb_array_elements_text(after -> 'shown') FROM lately WHERE act = 'PATIENT_READ'
          UNION ALL
          SELECT 'BIRTH_DATE' FROM lately
          WHERE act = 'PATIENTS_SEARCHED' AND after -> 'patients' @> to_jsonb(patient)
            AND (SELECT count(*) FROM lately WHERE act = 'PATIENTS_SEARCHED' AND (after ->> 'found')::int = 0) >= 3) AS seen
$$;

-- How many searches of an agent by a birth date have found nobody within the hour.
CREATE FUNCTION birth_dates_missed(agent text) RETURNS integer
LANGUAGE sql STABLE AS $$
    SELECT count(*)::int FROM audit_event
    WHERE actor = agent AND id > (SELECT uuidv7(interval '-61 minutes')) AND act = 'PATIENTS_SEARCHED'
      AND occurred_at > statement_timestamp() - interval '1 hour'
      AND after -> 'kinds' ? 'BIRTH_DATE' AND (after ->> 'found')::int = 0
$$;
