package org.portaldesk.api.work;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.contract.work.Onlookers;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Who looks at an item just now. Nobody is kept from anything by it; that is what claims are for.
 *
 * @see "docs/decisions/0078-who-else-looks.md"
 */
@Component
public class Presence {

    private record Line(Onlookers.@Nullable Onlooker other) {}

    private final Database database;

    Presence(Database database) {
        this.database = database;
    }

    /**
     * Says that the caller looks, and answers who else does; empty when there is no such item.
     *
     * @param look of the items' table, by {@link PresenceSql}
     */
    public Mono<Onlookers> look(Caller caller, String look, UUID item) {
        return database.statement(look, caller.asJson(), item)
                .map(
                        (row, _) ->
                                line(
                                        row.get("staff_name", String.class),
                                        row.get("since", Instant.class)))
                .all()
                .collectList()
                .filter(lines -> !lines.isEmpty())
                .map(Presence::others);
    }

    private static Line line(@Nullable String name, @Nullable Instant since) {
        return new Line(
                name == null ? null : new Onlookers.Onlooker(name, Objects.requireNonNull(since)));
    }

    private static Onlookers others(List<Line> lines) {
        return new Onlookers(
                lines.stream().flatMap(line -> Stream.ofNullable(line.other())).toList());
    }
}
