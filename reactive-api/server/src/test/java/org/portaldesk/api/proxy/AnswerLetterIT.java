package org.portaldesk.api.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portaldesk.contract.identity.StaffRole.HIM_STAFF;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.proxy.Records.Person;
import org.portaldesk.contract.letter.LetterBatch;
import org.portaldesk.contract.letter.LetterKind;
import org.portaldesk.contract.proxy.AnswerBy;
import org.portaldesk.contract.proxy.ProxyRequest;
import org.portaldesk.testing.paper.Papers;

/** Requesters without e-mail hear of a decision by letter, where an address is known. */
class AnswerLetterIT extends ProxyIT {

    private static final String ADDRESS = "12 Old Mill Lane\nGreenfield, MA 01301";

    private ProxyRequest request(Person child, @Nullable String address) {
        var request = request(child, "MINOR", "PARENT");
        var proxy = new HashMap<String, Object>();
        proxy.put("givenName", "Alex");
        proxy.put("familyName", "Letter" + Records.word());
        proxy.put("birthDate", "1980-04-05");
        if (address != null) {
            proxy.put("postalAddress", address);
        }
        request.put("proxy", proxy);
        return read(submitted(request, Papers.form("birth certificate")).id());
    }

    private List<UUID> letters(Person child) throws SQLException {
        return records
                .texts(
                        "SELECT id FROM letter WHERE patient_id = ? AND state = 'QUEUED' ORDER BY id",
                        child.id())
                .stream()
                .map(UUID::fromString)
                .toList();
    }

    private LetterBatch printed(List<UUID> letters) {
        return body(
                as(HIM_STAFF)
                        .post()
                        .uri("/api/letter-batches")
                        .bodyValue(Map.of("letterIds", letters))
                        .exchange()
                        .expectStatus()
                        .isCreated(),
                LetterBatch.class);
    }

    private static String text(LetterBatch batch) throws IOException {
        try (var pdf = Loader.loadPDF(Objects.requireNonNull(batch.pdf()))) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }

    @Test
    void theReasonOfADenialIsPrintedForTheRequesterAndNamesNoPatient() throws Exception {
        var child = records.born(aged(7, 10));
        var request = request(child, ADDRESS);
        assertThat(request.answerBy()).isEqualTo(AnswerBy.LETTER);
        act(request.id(), "deny", Map.of("reason", "AUTHORITY_NOT_PROVEN")).expectStatus().isOk();

        var batch = printed(letters(child));
        var sheet = batch.manifest().getFirst();
        assertThat(sheet.kind()).isEqualTo(LetterKind.PROXY_REQUEST_DENIED);
        assertThat(sheet.recipientName()).isEqualTo("Alex " + request.proxy().familyName());
        assertThat(text(batch))
                .contains(
                        "Dear Alex " + request.proxy().familyName(),
                        "12 Old Mill Lane Greenfield, MA 01301",
                        "could not approve it",
                        "a court's order or a power of attorney")
                .doesNotContain(child.family(), "{{");
        assertThat(
                        records.texts(
                                "SELECT count(*) FROM email_message WHERE content ->> 'reason' = 'PROXY_AUTHORITY_NOT_PROVEN' AND recipient IS NULL"))
                .containsExactly("0");
    }

    @Test
    void whatIsAskedForComesInThePatientsLanguageAndALetterGoesItsWayLikeAnyOther()
            throws Exception {
        var child = records.born(aged(7, 10));
        records.run("UPDATE patient SET language = 'es-US' WHERE id = ?", child.id());
        var request = request(child, ADDRESS);
        act(request.id(), "ask", Map.of("reason", "IDENTITY_DOCUMENT")).expectStatus().isOk();

        var letters = letters(child);
        var batch = printed(letters);
        assertThat(batch.manifest().getFirst().language()).isEqualTo("es");
        assertThat(text(batch))
                .contains("Estimado(a) Alex", "identificación con foto", "Hoja 1 de 1");
        for (var step : List.of("mailed", "returned")) {
            as(HIM_STAFF)
                    .post()
                    .uri("/api/letters/%s/%s".formatted(letters.getFirst(), step))
                    .exchange()
                    .expectStatus()
                    .isOk();
        }
    }

    @Test
    void anApprovalIsWrittenToTheAddressOnTheProxysOwnRecord() throws Exception {
        var child = records.born(aged(7, 10));
        var request = request(child, null);
        var claimed = request.proxy();
        var mother = records.person(claimed.givenName(), claimed.familyName(), claimed.birthDate());
        assertThat(request.answerBy()).isEqualTo(AnswerBy.NOBODY);
        var approval = approval(request);
        approval.put("proxyPatientId", mother.id());
        act(request.id(), "approve", approval).expectStatus().isOk();

        var batch = printed(letters(child));
        assertThat(batch.manifest().getFirst().kind()).isEqualTo(LetterKind.PROXY_REQUEST_APPROVED);
        assertThat(text(batch)).contains("has approved your access");
    }

    @Test
    void withoutAnyAddressNobodyIsWrittenToAndStaffKnow() throws SQLException {
        var child = records.born(aged(7, 10));
        var request = request(child, null);
        assertThat(request.answerBy()).isEqualTo(AnswerBy.NOBODY);
        act(request.id(), "deny", Map.of("reason", "FORM_EXPIRED")).expectStatus().isOk();

        assertThat(letters(child)).isEmpty();
    }
}
