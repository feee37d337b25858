package org.portaldesk.api.proxy.store;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.secret.KeyRing;
import org.portaldesk.api.proxy.store.DocumentKey.Part;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings every document under the newest key, as the schema's owner, and ends; then the earlier key
 * can go. A document of before they were encrypted is encrypted, too. Each is a transaction of its
 * own, so it may be stopped and run again. Its settings are in {@code renew-documents.yml}.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
public class DocumentRenewal {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentRenewal.class);

    private static final String NEXT =
            """
            SELECT id, sha256, sealed_key, key_name FROM proxy_document
            WHERE key_name IS DISTINCT FROM ? AND id > ? ORDER BY id LIMIT 1
            """;

    private static final String LOCKED =
            "SELECT id, sha256, sealed_key, key_name FROM proxy_document WHERE id = ? FOR UPDATE";

    private static final UUID FIRST = new UUID(0, 0);

    private record Found(
            UUID id, byte[] sha256, byte @Nullable [] sealedKey, @Nullable String keyName) {}

    /**
     * Returns when all are under the newest key.
     *
     * @param settings {@code --NAME=value}, above the environment
     */
    public static void run(String... settings) {
        try (var context =
                new SpringApplicationBuilder(DocumentRenewal.class)
                        .web(WebApplicationType.NONE)
                        .properties("spring.config.name=renew-documents")
                        .run(settings)) {
            LOG.info(
                    "{} documents were brought under the newest key",
                    context.getBean(Work.class).all());
        }
    }

    @Bean
    Work work(JdbcClient database, TransactionTemplate transaction, Environment environment) {
        var name = "PORTAL_DESK_DOCUMENT_KEY";
        var ring = KeyRing.of(name, environment.getRequiredProperty(name));
        return new Work(database, transaction, new DocumentSafe(ring));
    }

    /** What is done. */
    record Work(JdbcClient database, TransactionTemplate transaction, DocumentSafe safe) {

        /**
         * Goes on over a document that does not open.
         *
         * @throws IllegalStateException at the end, if there were such
         */
        int all() {
            var done = 0;
            var left = 0;
            for (var next = after(FIRST); next.isPresent(); next = after(next.get().id())) {
                var renewed = Boolean.TRUE.equals(transaction.execute(one(next.get().id())));
                done += renewed ? 1 : 0;
                left += renewed ? 0 : 1;
            }
            if (left > 0) {
                throw new IllegalStateException(
                        left + " documents could not be opened and stay as they are");
            }
            return done;
        }

        private Optional<Found> after(UUID id) {
            return database.sql(NEXT).params(safe.newest(), id).query(Found.class).optional();
        }

        private TransactionCallback<Boolean> one(UUID id) {
            return status -> {
                try {
                    bring(database.sql(LOCKED).param(id).query(Found.class).optional());
                    return true;
                } catch (IllegalStateException doesNotOpen) {
                    LOG.error("Document {}: {}", id, doesNotOpen.getMessage());
                    status.setRollbackOnly();
                    return false;
                }
            };
        }

        /** Nothing is done for one that was swept meanwhile. */
        private void bring(Optional<Found> found) {
            found.filter(document -> document.sealedKey() == null).ifPresent(this::seal);
            found.filter(document -> document.sealedKey() != null).ifPresent(this::renew);
        }

        private void renew(Found document) {
            var locked =
                    new DocumentSafe.Locked(
                            Objects.requireNonNull(document.sealedKey()),
                            Objects.requireNonNull(document.keyName()));
            var renewed = safe.lock(safe.unlock(locked, document.sha256()), document.sha256());
            database.sql("UPDATE proxy_document SET sealed_key = ?, key_name = ? WHERE id = ?")
                    .params(renewed.key(), renewed.keyName(), document.id())
                    .update();
        }

        private void seal(Found document) {
            var key = DocumentKey.fresh();
            var pieces = seal(key, document.id(), Part.PIECE);
            seal(key, document.id(), Part.PAGE);
            var locked = safe.lock(key, document.sha256());
            database.sql(
                            """
                            UPDATE proxy_document SET sealed_key = ?, key_name = ?, sealed_sha256 = ?
                            WHERE id = ?
                            """)
                    .params(
                            locked.key(),
                            locked.keyName(),
                            SealedForm.sha256(pieces),
                            document.id())
                    .update();
        }

        private List<byte[]> seal(DocumentKey key, UUID document, Part part) {
            var sealed = SealedForm.sealed(key, part, clear(document, part));
            for (var place = 0; place < sealed.size(); place++) {
                database.sql(replacing(part))
                        .params(sealed.get(place), document, part.first() + place)
                        .update();
            }
            return sealed;
        }

        private static String reading(Part part) {
            return switch (part) {
                case PIECE ->
                        "SELECT content FROM proxy_document_piece WHERE document_id = ? ORDER BY place";
                case PAGE ->
                        "SELECT image FROM proxy_document_page WHERE document_id = ? ORDER BY page";
            };
        }

        private static String replacing(Part part) {
            return switch (part) {
                case PIECE ->
                        "UPDATE proxy_document_piece SET content = ? WHERE document_id = ? AND place = ?";
                case PAGE ->
                        "UPDATE proxy_document_page SET image = ? WHERE document_id = ? AND page = ?";
            };
        }

        private List<byte[]> clear(UUID document, Part part) {
            return database.sql(reading(part))
                    .param(document)
                    .query((row, _) -> row.getBytes(1))
                    .list();
        }
    }
}
