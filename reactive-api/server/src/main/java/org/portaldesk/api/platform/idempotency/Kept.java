package org.portaldesk.api.platform.idempotency;

import io.r2dbc.spi.Parameters;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an act's own statement writes so that its answer can be given again. Without an idempotency
 * key there is nothing to keep, and the same statement writes nothing.
 */
public final class Kept {

    /** How many parameters {@link #parameters} fills. */
    public static final int PARAMETERS = 3;

    private final @Nullable AnswerSeal seal;
    private final byte[] fingerprint;
    private final JsonMapper json;

    Kept(@Nullable AnswerSeal seal, byte[] fingerprint, JsonMapper json) {
        this.seal = seal;
        this.fingerprint = fingerprint;
        this.json = json;
    }

    /**
     * The CTE that keeps the answer, for a constant statement whose first parameter is the caller.
     *
     * @param source the CTE that holds one row if, and only if, the act was done
     * @param first the number of the first of three parameters: see {@link #parameters}
     */
    public static String cte(String source, int first) {
        return """
        kept AS (
            INSERT INTO idempotent_answer (actor, key_hash, fingerprint, sealed)
            SELECT caller.id, $%d::bytea, $%d::bytea, $%d::bytea
            FROM %s, jsonb_to_record($1::jsonb) AS caller(id text)
            WHERE $%d::bytea IS NOT NULL)
        """
                .formatted(first, first + 1, first + 2, source, first);
    }

    /** The three parameters, with the answer as it will be given again. */
    public List<Object> parameters(Object answer) {
        if (seal == null) {
            Object none = Parameters.in(byte[].class);
            return List.of(none, none, none);
        }
        return List.of(seal.keyHash(), fingerprint, seal.seal(json.writeValueAsBytes(answer)));
    }
}
