package org.portaldesk.api.platform.feed;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Many rows as one parameter, for {@code jsonb_to_recordset}: names in snake case as the columns
 * have them, and with each row its {@code place} from 0 and its {@code fingerprint}, by which a
 * statement knows what is unchanged.
 */
public final class FeedRows {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

    private record Placed(int place, String fingerprint, @JsonUnwrapped Object row) {}

    private FeedRows() {}

    /** A JSON array of the rows. */
    public static String json(List<?> rows) {
        return JSON.writeValueAsString(
                IntStream.range(0, rows.size())
                        .mapToObj(place -> placed(place, rows.get(place)))
                        .toList());
    }

    /** What the statement answers of each row: place, outcome and version. */
    public static Mono<List<Receipt>> receipts(DatabaseClient.GenericExecuteSpec statement) {
        return statement.map((row, _) -> receipt(row)).all().collectList();
    }

    private static Receipt receipt(Readable row) {
        return new Receipt(
                requireNonNull(row.get("place", Integer.class)),
                Receipt.Outcome.valueOf(requireNonNull(row.get("outcome", String.class))),
                requireNonNull(row.get("version", Integer.class)));
    }

    private static Placed placed(int place, Object row) {
        var digest = sha256().digest(JSON.writeValueAsString(row).getBytes(StandardCharsets.UTF_8));
        return new Placed(place, HexFormat.of().formatHex(digest), row);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
