package org.portaldesk.api.proxy;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.portaldesk.contract.identity.StaffRole.ROI_REVIEWER;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.Beside;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.proxy.ProxyRequest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** What lies in the database of a stranger's file, and how its key is renewed. */
class SealedDocumentsIT extends ProxyIT {

    private static final String PNG = "89504e47";
    private static final String PDF = "25504446";

    @Autowired private Environment environment;

    @Test
    void nothingOfADocumentLiesInClear() throws SQLException {
        var request = minors(records.born(aged(7, 10)));

        assertThat(piece(request)).doesNotStartWith(PDF);
        assertThat(page(request)).doesNotStartWith(PNG);
        assertThat(seen(request)).startsWith(PNG);
    }

    @Test
    void aSwappedPageIsNotShown() throws SQLException {
        var request = minors(records.born(aged(7, 10)));
        var other = minors(records.born(aged(7, 10)));
        records.run(
                """
                UPDATE proxy_document_page SET image = (
                    SELECT image FROM proxy_document_page WHERE document_id = ? AND page = 1)
                WHERE document_id = ?
                """,
                document(other),
                document(request));

        as(ROI_REVIEWER).get().uri(address(request)).exchange().expectStatus().is5xxServerError();
    }

    @Test
    void aRenewedKeyKeepsEveryDocumentReadable() throws SQLException {
        var request = minors(records.born(aged(7, 10)));
        var before = seen(request);
        var lying = piece(request);
        renew();

        assertThat(records.texts("SELECT DISTINCT key_name FROM proxy_document")).hasSize(1);
        assertThat(piece(request)).isEqualTo(lying);
        assertThat(seen(request)).isEqualTo(before);
        approved(request);
    }

    @Test
    void aDocumentOfBeforeIsReadableBeforeAndAfterItIsEncrypted() throws SQLException {
        var request = minors(records.born(aged(7, 10)));
        var original = "%PDF-1.7 of before".getBytes(US_ASCII);
        asItLayBefore(document(request), original);
        assertThat(seen(request)).isEqualTo(PNG);
        renew();

        assertThat(piece(request)).doesNotStartWith(PDF);
        assertThat(seen(request)).isEqualTo(PNG);
        var refused = act(request.id(), "approve", approval(request));
        assertThat(refusal(refused, 422).code()).isEqualTo(ProblemCode.DOCUMENT_CHANGED);
        approved(read(request.id()));
    }

    @Test
    void oneThatDoesNotOpenIsNamedAndTheOthersAreRenewed() throws SQLException {
        var broken = document(minors(records.born(aged(7, 10))));
        var request = minors(records.born(aged(7, 10)));
        var key = records.text("SELECT sealed_key FROM proxy_document WHERE id = ?", broken);
        records.run(
                "UPDATE proxy_document SET sealed_key = sealed_key || '\\x00' WHERE id = ?",
                broken);
        try {
            assertThatThrownBy(this::renew)
                    .hasStackTraceContaining("1 documents could not be opened");
        } finally {
            records.run(
                    "UPDATE proxy_document SET sealed_key = ?::bytea WHERE id = ?", key, broken);
        }

        assertThat(names(document(request))).isNotEqualTo(names(broken));
        assertThat(seen(request)).startsWith(PNG);
    }

    private String names(UUID document) throws SQLException {
        return records.text("SELECT key_name FROM proxy_document WHERE id = ?", document);
    }

    @Test
    void aDocumentIsEncryptedOnceAndNotSwappedBehindThat() throws SQLException {
        var request = minors(records.born(aged(7, 10)));
        for (var change :
                new String[] {
                    "sha256 = sha256('other')",
                    "sealed_sha256 = sha256('other')",
                    "sealed_sha256 = NULL, sealed_key = NULL, key_name = NULL"
                }) {
            var sql = "UPDATE proxy_document SET " + change + " WHERE id = ?";
            assertThatThrownBy(() -> records.run(sql, document(request)))
                    .hasMessageContaining("stays as it came");
        }
    }

    /** The keys change places: the tests' system knows both. */
    private void renew() {
        var keys = Objects.requireNonNull(environment.getProperty("PORTAL_DESK_DOCUMENT_KEY"));
        var settings = new HashMap<>(backing().installation().migrationEnvironment());
        settings.put(
                "PORTAL_DESK_DOCUMENT_KEY",
                String.join(",", Arrays.asList(keys.split(",")).reversed()));
        Beside.renewDocuments(settings);
    }

    private void asItLayBefore(UUID document, byte[] original) throws SQLException {
        records.run("ALTER TABLE proxy_document DISABLE TRIGGER proxy_document_guard");
        records.run(
                """
                UPDATE proxy_document SET sha256 = sha256(?), sealed_key = NULL, key_name = NULL, sealed_sha256 = NULL
                WHERE id = ?
                """,
                original,
                document);
        records.run("ALTER TABLE proxy_document ENABLE TRIGGER proxy_document_guard");
        records.run(
                "UPDATE proxy_document_piece SET content = ? WHERE document_id = ?",
                original,
                document);
        records.run(
                "UPDATE proxy_document_page SET image = decode(?, 'hex') WHERE document_id = ?",
                PNG,
                document);
    }

    private String seen(ProxyRequest request) {
        var bytes =
                as(ROI_REVIEWER)
                        .get()
                        .uri(address(request))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(byte[].class)
                        .returnResult()
                        .getResponseBody();
        return HexFormat.of().formatHex(Objects.requireNonNull(bytes));
    }

    private static String address(ProxyRequest request) {
        return "/api/proxy-requests/%s/documents/%s/pages/1"
                .formatted(request.id(), document(request));
    }

    private String piece(ProxyRequest request) throws SQLException {
        return records.text(
                "SELECT encode(content, 'hex') FROM proxy_document_piece WHERE document_id = ?",
                document(request));
    }

    private String page(ProxyRequest request) throws SQLException {
        return records.text(
                "SELECT encode(image, 'hex') FROM proxy_document_page WHERE document_id = ?",
                document(request));
    }

    private static UUID document(ProxyRequest request) {
        return request.documents().getFirst().id();
    }
}
