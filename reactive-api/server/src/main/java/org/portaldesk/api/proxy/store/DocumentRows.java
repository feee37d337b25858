package org.portaldesk.api.proxy.store;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.api.proxy.document.Form;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Documents in PostgreSQL, in pieces that no event loop minds. */
@Component
public class DocumentRows {

    private static final int PIECE = 1 << 20;

    /**
     * A file that waits for its request.
     *
     * @param sha256 in hexadecimal
     */
    public record Staged(UUID id, String sha256) {}

    private final Database database;

    DocumentRows(Database database) {
        this.database = database;
    }

    /** Puts a file in; it belongs to nothing yet. */
    public Mono<Staged> stage(Form form) {
        return database.statement(
                        DocumentSql.STAGE,
                        form.mediaType(),
                        form.original().length,
                        form.sha256(),
                        form.pages().size())
                .map((row, _) -> Objects.requireNonNull(row.get("id", UUID.class)))
                .one()
                .flatMap(
                        id ->
                                pieces(id, form)
                                        .then(pages(id, form))
                                        .thenReturn(
                                                new Staged(
                                                        id,
                                                        HexFormat.of().formatHex(form.sha256()))));
    }

    /** One page's picture, on record as read; empty when the request has no such page. */
    public Mono<byte[]> page(Caller caller, UUID request, UUID document, int page) {
        return database.statement(DocumentSql.READ, caller.asJson(), request, document, page)
                .map((row, _) -> Objects.requireNonNull(row.get("image", byte[].class)))
                .one();
    }

    /** Removes what no request took. */
    public Mono<Void> sweep() {
        return database.statement(DocumentSql.SWEEP, 100).then();
    }

    private Mono<Void> pieces(UUID id, Form form) {
        var file = form.original();
        return Flux.range(0, (file.length + PIECE - 1) / PIECE)
                .concatMap(
                        place -> {
                            var from = place * PIECE;
                            var piece =
                                    Arrays.copyOfRange(
                                            file, from, Math.min(file.length, from + PIECE));
                            return database.statement(DocumentSql.PIECE, id, place, piece).then();
                        })
                .then();
    }

    private Mono<Void> pages(UUID id, Form form) {
        return Flux.range(0, form.pages().size())
                .concatMap(
                        page ->
                                database.statement(
                                                DocumentSql.PAGE,
                                                id,
                                                page + 1,
                                                form.pages().get(page))
                                        .then())
                .then();
    }
}
