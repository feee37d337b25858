package org.portaldesk.api.platform.database;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Keeps an API from being ready while the schema lacks a migration of its jar: it would fail later,
 * in the middle of an act. A schema that has more is that of a newer version, beside which this one
 * works.
 */
@Component("schema")
class SchemaCheck implements ReactiveHealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaCheck.class);

    private static final Pattern MIGRATION = Pattern.compile("V0*(\\d+)__.*\\.sql");

    private static final String MISSING =
            """
            SELECT coalesce(string_agg(needed, ', ' ORDER BY needed::int), '') AS missing
            FROM unnest($1::text[]) AS needed
            WHERE needed NOT IN (SELECT ltrim(version, '0') FROM flyway_schema_history WHERE success AND version IS NOT NULL)
            """;

    private final Database database;
    private final String[] needed;
    private volatile boolean complete;

    SchemaCheck(Database database) throws IOException {
        this.database = database;
        this.needed = needed();
    }

    @Override
    public Mono<Health> health() {
        return complete ? Mono.just(Health.up().build()) : asked();
    }

    private Mono<Health> asked() {
        return database.statement(MISSING, (Object) needed)
                .map((row, _) -> Objects.requireNonNull(row.get("missing", String.class)))
                .one()
                .map(this::judged)
                .onErrorResume(_ -> Mono.just(Health.down().build()));
    }

    private Health judged(String missing) {
        complete = missing.isEmpty();
        if (!complete) {
            LOG.error("The database lacks migrations of this version ({}): run migrate", missing);
        }
        return complete ? Health.up().build() : Health.outOfService().build();
    }

    private static String[] needed() throws IOException {
        var files =
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:db/migration/V*.sql");
        return Arrays.stream(files)
                .map(Resource::getFilename)
                .filter(Objects::nonNull)
                .map(MIGRATION::matcher)
                .filter(name -> name.matches())
                .map(name -> name.group(1))
                .distinct()
                .toArray(String[]::new);
    }
}
