-- Throttles of public forms count networks: an IPv4 address, an IPv6 /64, and named ones with a budget of their own. See
-- docs/decisions/0121-public-forms.md.

-- Whoever has one IPv6 address has the 2^64 of its /64. An IPv4 address may come in the dress of an IPv6 one.
CREATE FUNCTION client_network(address inet) RETURNS inet
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN address <<= inet '::ffff:0.0.0.0/96' THEN split_part(host(address), '::ffff:', 2)::inet
            WHEN family(address) = 6 THEN set_masklen(network(set_masklen(address, 64))::inet, 64)
            ELSE set_masklen(address, 32) END;

-- What a named network may send an hour, such as the hospital's own Wi-Fi: setting portal.networks,
-- [{"name": "Guest Wi-Fi", "network": "203.0.113.0/24", "perHour": 200}]. Null for all others.
CREATE FUNCTION named_network(address inet) RETURNS TABLE (network inet, per_hour integer)
LANGUAGE sql STABLE ROWS 1 AS $$
    SELECT named.network, named."perHour"
    FROM (SELECT value FROM setting WHERE name = 'portal.networks' AND effective_from <= statement_timestamp()
          ORDER BY effective_from DESC LIMIT 1) AS counts
    CROSS JOIN LATERAL jsonb_to_recordset(counts.value) AS named(network inet, "perHour" integer)
    WHERE client_network(address) <<= named.network
    ORDER BY masklen(named.network) DESC LIMIT 1
$$;

ALTER TABLE code_request
    ADD COLUMN client_network inet GENERATED ALWAYS AS (client_network(client_address)) STORED;
CREATE INDEX code_request_by_network ON code_request (client_network, received_at DESC);
CREATE INDEX portal_failure_by_network ON portal_failure (act, client_network(client_address), occurred_at DESC);
