-- The records that are closed to a caller: the restricted ones, but for those that the caller has opened by breaking the
-- glass. This is the whole rule; every statement that shows or changes somebody's data asks it, whatever id led there.
-- Who may restrict records (permission RESTRICT_RECORDS) finds none closed.
CREATE FUNCTION closed_patient(caller jsonb) RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT held.patient_id
    FROM patient_restriction AS held
    WHERE NOT (caller -> 'roles') ? 'privacy-officer'
      AND NOT EXISTS (
          SELECT FROM broken_glass AS glass
          WHERE glass.patient_id = held.patient_id AND glass.actor = caller ->> 'id'
            AND glass.opens_until > clock_timestamp())
$$;
