-- The age from which the policy of this moment lets a patient have an account of their own.
CREATE FUNCTION own_account_from() RETURNS integer
LANGUAGE sql STABLE
RETURN (SELECT coalesce(min((value ->> 'fromAge')::int), 1000)
        FROM policy_at(statement_timestamp()) AS policy, jsonb_array_elements(policy.rules -> 'ageBands')
        WHERE (value ->> 'ownAccount')::boolean);
