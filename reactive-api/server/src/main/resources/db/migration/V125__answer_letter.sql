-- A letter brings a code to a patient, or the answer to a request to somebody without e-mail: in coded words, to the
-- address that stood when it was queued.
ALTER TABLE proxy_request ADD COLUMN postal_address text; -- the proxy's, as on the form, line by line

ALTER TABLE letter ALTER COLUMN code_id DROP NOT NULL;
ALTER TABLE letter ADD COLUMN kind text NOT NULL DEFAULT 'ACTIVATION_CODE' CHECK (kind IN (
    'ACTIVATION_CODE', 'PROXY_REQUEST_APPROVED', 'PROXY_REQUEST_DENIED', 'PROXY_REQUEST_NEEDS_INFORMATION'));
ALTER TABLE letter ADD COLUMN recipient jsonb; -- name, lines, city, province, postalCode, country
ALTER TABLE letter ADD COLUMN reason text;
ALTER TABLE letter ADD CHECK ((kind = 'ACTIVATION_CODE') = (code_id IS NOT NULL));
ALTER TABLE letter ADD CHECK ((kind = 'ACTIVATION_CODE') = (recipient IS NULL));

-- Where a letter to the requester goes: the address on the form, or on their own record; NULL where neither is known.
-- own_record is named where the statement itself has just found out who they are.
CREATE FUNCTION proxy_answer_address(request proxy_request, own_record uuid DEFAULT NULL) RETURNS jsonb
LANGUAGE sql STABLE
RETURN (SELECT jsonb_build_object('name', request.given_name || ' ' || request.family_name) || address.known
        FROM (SELECT jsonb_build_object('lines', regexp_split_to_array(btrim(request.postal_address), '\s*\n\s*')) AS known
              WHERE btrim(request.postal_address) <> ''
              UNION ALL
              SELECT jsonb_build_object('lines', own.address_lines, 'city', own.city, 'province', own.state,
                                        'postalCode', own.postal_code, 'country', own.country)
              FROM patient AS own
              WHERE cardinality(own.address_lines) > 0
                AND own.id = coalesce(
                        own_record,
                        (SELECT patient_id FROM portal_account WHERE id = request.requester_account_id),
                        (SELECT patient_id FROM proxy_person WHERE id = request.proxy_person_id))
              LIMIT 1) AS address
        LIMIT 1);
