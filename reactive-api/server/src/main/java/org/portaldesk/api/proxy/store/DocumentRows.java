package org.portaldesk.api.proxy.store;

import static org.portaldesk.api.proxy.store.Columns.get;

import io.r2dbc.spi.Row;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.api.platform.secret.SecretKeys;
import org.portaldesk.api.proxy.document.Form;
import org.portaldesk.api.proxy.store.DocumentKey.Part;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Documents in PostgreSQL, encrypted, in pieces that no event loop minds. */
@Component
public class DocumentRows {

    /**
     * A file that waits for its request.
     *
     * @param sha256 in hexadecimal
     */
    public record Staged(UUID id, String sha256) {}

    private final Database database;
    private final DocumentSafe safe;

    DocumentRows(Database database, SecretKeys keys) {
        this.database = database;
        this.safe = new DocumentSafe(keys.documents());
    }

    /** Puts a file in; it belongs to nothing yet. */
    public Mono<Staged> stage(Form form) {
        return Mono.fromSupplier(() -> SealedForm.of(form, safe))
                .flatMap(
                        lying ->
                                stage(form, lying)
                                        .flatMap(id -> parts(id, lying).thenReturn(id))
                                        .map(id -> new Staged(id, hex(form.sha256()))));
    }

    /** One page's picture, on record as read; empty when the request has no such page. */
    public Mono<byte[]> page(Caller caller, UUID request, UUID document, int page) {
        return database.statement(DocumentSql.READ, caller.asJson(), request, document, page)
                .map((row, _) -> opened(row, page))
                .one();
    }

    /** Removes what no request took. */
    public Mono<Void> sweep() {
        return database.statement(DocumentSql.SWEEP, 100).then();
    }

    private Mono<UUID> stage(Form form, SealedForm lying) {
        return database.statement(
                        DocumentSql.STAGE,
                        form.mediaType(),
                        form.original().length,
                        form.sha256(),
                        form.pages().size(),
                        lying.key().key(),
                        lying.key().keyName(),
                        lying.sha256())
                .map((row, _) -> get(row, "id", UUID.class))
                .one();
    }

    private Mono<Void> parts(UUID id, SealedForm lying) {
        return parts(DocumentSql.PIECE, id, Part.PIECE.first(), lying.pieces())
                .then(parts(DocumentSql.PAGE, id, Part.PAGE.first(), lying.pages()));
    }

    /** One statement each: a document may be larger than a message to PostgreSQL should be. */
    private Mono<Void> parts(String sql, UUID id, int first, List<byte[]> parts) {
        return Flux.range(0, parts.size())
                .concatMap(
                        place ->
                                database.statement(sql, id, first + place, parts.get(place)).then())
                .then();
    }

    private byte[] opened(Row row, int page) {
        var image = get(row, "image", byte[].class);
        var key = row.get("sealed_key", byte[].class);
        if (key == null) {
            return image;
        }
        var locked = new DocumentSafe.Locked(key, get(row, "key_name", String.class));
        return safe.unlock(locked, get(row, "sha256", byte[].class)).open(Part.PAGE, page, image);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
