package org.portaldesk.api.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.ApiIT;
import org.portaldesk.seal.SealedRow;

/** A record that was sealed years ago is checked by today's text. */
class SealedTextIT extends ApiIT {

    /** How the text was written when the first records were sealed. */
    private static final String AT_FIRST =
            """
            jsonb_build_array((extract(epoch FROM occurred_at) * 1000000)::bigint, actor, actor_username, actor_name,
                to_jsonb(actor_roles), host(client_address), act, outcome, patient_id, object_type, object_id,
                reason, before, after, request_id)::text""";

    /** Every character of the first two planes, alone and among others, in each column of text. */
    private static final String EVENTS =
            """
            SELECT timestamptz '1926-01-01 00:00:00.000001+00' + n * interval '17 hours 3.141592 seconds' AS occurred_at,
                   chr(n) AS actor, 'a' || chr(n) AS actor_username, chr(n) || '\\"/' || chr(n) AS actor_name,
                   CASE n % 3 WHEN 0 THEN '{}' WHEN 1 THEN ARRAY[chr(n)] ELSE ARRAY[chr(n), NULL, 'b'] END AS actor_roles,
                   CASE n % 3 WHEN 0 THEN NULL WHEN 1 THEN inet '10.0.0.0' + n ELSE inet 'fe80::1' + n END AS client_address,
                   ('ACT' || n)::text AS act, 'DONE' AS outcome,
                   CASE n % 2 WHEN 0 THEN gen_random_uuid() END AS patient_id, NULL::text AS object_type, '' AS object_id,
                   repeat(chr(n), 20) AS reason,
                   jsonb_build_object(chr(n), n / 7.0, 'list', jsonb_build_array(chr(n), NULL, true, 1e300, 1.10)) AS before,
                   CASE n % 2 WHEN 0 THEN to_jsonb(chr(n)) ELSE '{}' END AS after, md5(n::text) AS request_id
            FROM generate_series(1, 131071) AS n WHERE n NOT BETWEEN 55296 AND 57343
            """;

    @Test
    void theSealedTextIsStillTheSame() throws SQLException {
        assertThat(count("SELECT count(*) FROM (" + EVENTS + ") AS event")).isEqualTo(129_023);
        assertThat(
                        count(
                                "SELECT count(*) FROM (%s) AS event WHERE %s IS DISTINCT FROM %s"
                                        .formatted(EVENTS, SealedRow.CONTENT, AT_FIRST)))
                .isZero();
    }

    private static long count(String sql) throws SQLException {
        try (var database = superuser();
                var row = database.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
