package org.portaldesk.api.work;

/**
 * A claim is a lease in the item's own row, in the columns {@code claimed_by}, {@code
 * claimed_by_name}, {@code claimed_at} and {@code claimed_until}. It ends by itself at the
 * database's clock, so nobody's closed laptop keeps an item.
 *
 * <pre>{@code
 * WITH <CALLER>,
 * changed AS (UPDATE proxy_request SET <TAKEN> FROM caller WHERE … AND <NOT_ANOTHERS> RETURNING …)
 * }</pre>
 */
public final class ClaimSql {

    /** How long a claim lasts, as the contract tells it. */
    public static final String LENGTH = "interval '15 minutes'";

    /** The CTE {@code caller} with the {@code id} and {@code name} of the caller in {@code $1}. */
    public static final String CALLER =
            """
            caller AS (SELECT id, name FROM jsonb_to_record($1::jsonb) AS person(id text, name text))
            """;

    /** Whether nobody else holds the item; needs {@link #CALLER}. */
    public static final String NOT_ANOTHERS =
            """
            (claimed_until IS NULL OR claimed_until <= clock_timestamp() OR claimed_by = caller.id)
            """;

    /** Whether the caller holds the item; needs {@link #CALLER}. */
    public static final String MINE =
            "(claimed_by = caller.id AND claimed_until > clock_timestamp())";

    /** Takes or renews the claim; needs {@link #CALLER}. */
    public static final String TAKEN =
            """
            claimed_at = CASE WHEN claimed_by = caller.id AND claimed_until > clock_timestamp()
                              THEN claimed_at ELSE clock_timestamp() END,
            claimed_by = caller.id,
            claimed_by_name = caller.name,
            claimed_until = clock_timestamp() +\s"""
                    + LENGTH
                    + "\n";

    /** Gives the item back. */
    public static final String GIVEN_BACK =
            """
            claimed_by = NULL, claimed_by_name = NULL, claimed_at = NULL, claimed_until = NULL
            """;

    private ClaimSql() {}
}
