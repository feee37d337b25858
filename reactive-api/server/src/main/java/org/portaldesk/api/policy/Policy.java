package org.portaldesk.api.policy;

import java.time.Duration;
import java.util.Map;
import org.portaldesk.api.platform.database.Database;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The settings in force now. Read from the database every few seconds at most, so that a rule costs
 * no round trip and a new value counts soon after its time has come.
 *
 * @see "docs/decisions/0031-settings-are-dated-rows.md"
 */
@Component
public class Policy {

    /** How late a new value may come to count. */
    private static final Duration FRESH = Duration.ofSeconds(3);

    private static final String IN_FORCE =
            """
            SELECT coalesce(jsonb_object_agg(name, value), '{}')::text AS settings
            FROM (
                SELECT DISTINCT ON (name) name, value
                FROM setting
                WHERE effective_from <= clock_timestamp() AND $1::boolean
                ORDER BY name, effective_from DESC) AS latest
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Mono<Settings> inForce;

    Policy(Database database) {
        inForce =
                database.statement(IN_FORCE, true)
                        .map(row -> row.get(0, String.class))
                        .one()
                        .map(Policy::read)
                        .cacheInvalidateWhen(settings -> Mono.delay(FRESH).then());
    }

    /** What counts at this moment. */
    public Mono<Settings> inForce() {
        return inForce;
    }

    private static Settings read(String json) {
        return new Settings(
                JSON.readTree(json).properties().stream()
                        .collect(
                                java.util.stream.Collectors.toMap(
                                        Map.Entry::getKey, Map.Entry<String, JsonNode>::getValue)));
    }
}
