package org.portaldesk.api.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portaldesk.contract.identity.StaffRole.HIM_STAFF;
import static org.portaldesk.contract.letter.LetterState.MAILED;
import static org.portaldesk.contract.letter.LetterState.PRINTED;
import static org.portaldesk.contract.letter.LetterState.QUEUED;
import static org.portaldesk.contract.letter.LetterState.RETURNED;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.ApiIT;
import org.portaldesk.api.activation.model.Code;
import org.portaldesk.api.platform.secret.SecretKeys;
import org.portaldesk.contract.Headers;
import org.portaldesk.contract.letter.Letter;
import org.portaldesk.contract.letter.LetterBatch;
import org.portaldesk.contract.problem.Problem;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class LettersIT extends ApiIT {

    private static final Pattern PRINTED_CODE =
            Pattern.compile("[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){2}");

    @Autowired private SecretKeys keys;

    private Connection database;
    private Outbox outbox;

    @BeforeEach
    void open() throws SQLException {
        database = superuser();
        outbox = new Outbox(database);
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void eachLetterOfABatchBringsTheCodeOfItsOwnPatient() throws Exception {
        var letters =
                List.of(
                        outbox.letter("Ada", "Byron", "en-US"),
                        outbox.letter("María José", "Núñez", "es-US"),
                        outbox.letter("<b>Bob</b>", "O'Tables & Sons", "en-US"));
        var batch = printed(letters);

        assertThat(batch.count()).isEqualTo(3);
        assertThat(batch.manifest()).extracting(LetterBatch.Sheet::letterId).isEqualTo(letters);
        assertThat(batch.manifest())
                .extracting(LetterBatch.Sheet::language)
                .containsExactly("en", "es", "en");
        var pages = pages(batch);
        assertThat(pages).hasSize(3);
        assertThat(pages.get(0)).contains("Dear Ada Byron,", "Sheet 1 of 3");
        assertThat(pages.get(1)).contains("Estimado(a) María José Núñez:", "Hoja 2 de 3");
        assertThat(pages.get(2)).contains("Dear <b>Bob</b> O'Tables & Sons,", "Sheet 3 of 3");
        for (var page = 0; page < 3; page++) {
            assertThat(hash(codeOn(pages.get(page)))).isEqualTo(storedHash(letters.get(page)));
        }
    }

    @Test
    void nothingOnTheSheetProvesWhoThePatientIs() throws Exception {
        var letter = outbox.letter("Ada", "Byron", "en-US");
        var page = pages(printed(List.of(letter))).getFirst();

        assertThat(page)
                .doesNotContain(
                        "1970", "06/22", "June 22", "4786", mrnOf(letter), letter.toString());
    }

    @Test
    void noOtherCallShowsAPrintedCode() throws Exception {
        var letter = outbox.letter("Ada", "Byron", "en-US");
        var batch = printed(List.of(letter));
        var code = codeOn(pages(batch).getFirst());

        var manifest =
                as(HIM_STAFF)
                        .get()
                        .uri("/api/letter-batches/{id}", batch.id())
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        assertThat(manifest).contains(letter.toString(), mrnOf(letter)).doesNotContain("pdf", code);
        assertThat(
                        outbox.texts(
                                "SELECT row_to_json(e)::text FROM audit_event e WHERE object_id = ?",
                                letter.toString()))
                .isNotEmpty()
                .noneMatch(event -> event.contains(code));
        print(List.of(letter), null).expectStatus().isEqualTo(409);
    }

    @Test
    void theSameKeyGetsTheSameDocumentAgain() throws Exception {
        var letters = List.of(outbox.letter("Ada", "Byron", "en-US"));
        var key = "print-" + UUID.randomUUID();
        var first = body(print(letters, key).expectStatus().isCreated(), LetterBatch.class);
        var again = body(print(letters, key).expectStatus().isCreated(), LetterBatch.class);

        assertThat(again.pdf()).isEqualTo(first.pdf());
        assertThat(again.id()).isEqualTo(first.id());
        print(List.of(UUID.randomUUID()), key).expectStatus().isEqualTo(422);
    }

    @Test
    void oneEventPerPrintedLetterIsOnRecord() throws Exception {
        var letters =
                List.of(
                        outbox.letter("Ada", "Byron", "en-US"),
                        outbox.letter("Eve", "Byron", "en-US"));
        var batch = printed(letters);

        for (var letter : letters) {
            assertThat(events(letter)).containsExactly("LETTER_PRINTED DONE");
        }
        assertThat(
                        outbox.texts(
                                "SELECT after ->> 'sheet' FROM audit_event WHERE after ->> 'batch' = ? ORDER BY 1",
                                batch.id().toString()))
                .containsExactly("1", "2");
    }

    @Test
    void aLetterWhoseCodeHasDiedIsCancelledAndNotPrinted() throws Exception {
        var dead = outbox.letter("Ada", "Byron", "en-US");
        var old = outbox.letter("Eve", "Byron", "en-US");
        var live = outbox.letter("Zoe", "Byron", "en-US");
        outbox.run(
                "UPDATE activation_code SET state = 'REVOKED', ended_at = now() WHERE id = ?",
                outbox.codeOf(dead));
        outbox.run(
                "UPDATE activation_code SET expires_at = now() WHERE id = ?", outbox.codeOf(old));
        var batch = printed(List.of(dead, old, live));

        assertThat(batch.manifest()).extracting(LetterBatch.Sheet::letterId).containsExactly(live);
        assertThat(state(dead)).isEqualTo("CANCELLED");
        assertThat(state(old)).isEqualTo("CANCELLED");
        assertThat(events(dead)).containsExactly("LETTER_CANCELLED DONE");
    }

    @Test
    void twoPrintsAtOncePrintEachLetterOnce() throws Exception {
        var letters = IntStream.range(0, 4).mapToObj(i -> letter("Person " + i)).toList();
        var client = as(HIM_STAFF);
        var statuses =
                Flux.range(0, 6)
                        .flatMap(
                                i ->
                                        Mono.fromCallable(
                                                        () ->
                                                                print(client, letters, null)
                                                                        .returnResult(String.class)
                                                                        .getStatus()
                                                                        .value())
                                                .subscribeOn(Schedulers.boundedElastic()))
                        .collectList()
                        .block();

        assertThat(statuses).containsOnlyOnce(201).contains(409).hasSize(6);
        for (var letter : letters) {
            assertThat(events(letter)).containsExactly("LETTER_PRINTED DONE");
        }
    }

    @Test
    void aLetterGoesOutAndComesBackAndItsCodeIsRevoked() throws Exception {
        var letter = outbox.letter("Ada", "Byron", "en-US");
        printed(List.of(letter));

        var mailed = act(letter, "mailed", null, null);
        assertThat(mailed.state()).isEqualTo(MAILED);
        assertThat(mailed.mailedAt()).isNotNull();
        assertThat(mailed.codeLive()).isTrue();

        var returned = act(letter, "returned", Map.of("reason", "Moved away"), null);
        assertThat(returned.state()).isEqualTo(RETURNED);
        assertThat(returned.codeLive()).isFalse();
        assertThat(codeState(letter)).isEqualTo("REVOKED");
        assertThat(events(letter))
                .containsExactly(
                        "LETTER_PRINTED DONE", "LETTER_MAILED DONE", "LETTER_RETURNED DONE");
        assertThat(events(outbox.codeOf(letter))).containsExactly("CODE_REVOKED DONE");
    }

    @Test
    void aReturnNeedsNoWords() throws Exception {
        var letter = outbox.letter("Ada", "Byron", "en-US");
        printed(List.of(letter));

        assertThat(act(letter, "returned", null, null).state()).isEqualTo(RETURNED);
    }

    @Test
    void aSpoiltSheetsCodeIsDeadAtOnceAndTheNextPrintBringsAnother() throws Exception {
        var letter = outbox.letter("Ada", "Byron", "en-US");
        var first = printed(List.of(letter));
        var spoilt = codeOn(pages(first).getFirst());

        assertThat(act(letter, "reprint", Map.of("reason", "Paper jam"), null).state())
                .isEqualTo(QUEUED);
        assertThat(storedHash(letter)).isNull();

        var second = printed(List.of(letter));
        var fresh = codeOn(pages(second).getFirst());
        assertThat(fresh).isNotEqualTo(spoilt);
        assertThat(hash(fresh)).isEqualTo(storedHash(letter));
        assertThat(manifest(first.id())).containsExactly(letter);
        assertThat(manifest(second.id())).containsExactly(letter);
    }

    @Test
    void anActInTheWrongStateIsRefusedAndOnRecord() throws Exception {
        var letter = outbox.letter("Ada", "Byron", "en-US");

        for (var act : List.of("mailed", "returned")) {
            assertThat(refusal(letter, act, null, null, 409).code())
                    .isEqualTo(ProblemCode.STATE_CONFLICT);
        }
        assertThat(refusal(letter, "reprint", Map.of("reason", "Jam"), null, 409).code())
                .isEqualTo(ProblemCode.STATE_CONFLICT);
        assertThat(events(letter))
                .containsExactly(
                        "LETTER_MAILED REFUSED",
                        "LETTER_RETURNED REFUSED",
                        "LETTER_QUEUED_AGAIN REFUSED");
        assertThat(codeState(letter)).isEqualTo("ISSUED");
    }

    @Test
    void anActOnAnOlderVersionIsRefused() throws Exception {
        var letter = outbox.letter("Ada", "Byron", "en-US");
        printed(List.of(letter));

        assertThat(refusal(letter, "mailed", null, "\"1\"", 412).code())
                .isEqualTo(ProblemCode.STALE);
        assertThat(act(letter, "mailed", null, "\"2\"").version()).isEqualTo(3);
    }

    @Test
    void aLetterThatIsNotThereIsNotFound() {
        as(HIM_STAFF)
                .post()
                .uri("/api/letters/{id}/mailed", UUID.randomUUID())
                .exchange()
                .expectStatus()
                .isNotFound();
        as(HIM_STAFF)
                .get()
                .uri("/api/letter-batches/{id}", UUID.randomUUID())
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void theListGoesOnAfterItsCursorAndIsOnRecord() throws Exception {
        var letter = outbox.letter("Ada", "Byron", "en-US");
        printed(List.of(letter));
        var path = "/api/letters?state=PRINTED&limit=1";
        var seen = new ArrayList<UUID>();
        @Nullable String cursor = null;
        do {
            var page = list(path + (cursor == null ? "" : "&cursor=" + cursor));
            page.items().forEach(item -> seen.add(item.id()));
            assertThat(page.items()).allMatch(item -> item.state() == PRINTED);
            cursor = page.next();
        } while (cursor != null);

        assertThat(seen).contains(letter).doesNotHaveDuplicates().isSorted();
        assertThat(
                        outbox.text(
                                """
                                SELECT count(*) FROM audit_event, letter
                                WHERE act = 'LETTERS_LISTED' AND letter.id = ?
                                  AND after -> 'patients' @> to_jsonb(letter.patient_id)
                                """,
                                letter))
                .isNotEqualTo("0");
    }

    private record LetterPage(List<Letter> items, @Nullable String next) {}

    private LetterPage list(String path) {
        return body(
                as(HIM_STAFF).get().uri(path).exchange().expectStatus().isOk(), LetterPage.class);
    }

    private UUID letter(String name) {
        try {
            return outbox.letter(name, "Byron", "en-US");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private LetterBatch printed(List<UUID> letters) {
        return body(print(letters, null).expectStatus().isCreated(), LetterBatch.class);
    }

    private WebTestClient.ResponseSpec print(List<UUID> letters, @Nullable String key) {
        return print(as(HIM_STAFF), letters, key);
    }

    private static WebTestClient.ResponseSpec print(
            WebTestClient client, List<UUID> letters, @Nullable String key) {
        return client.mutate()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(8 << 20))
                .build()
                .post()
                .uri("/api/letter-batches")
                .headers(
                        headers -> {
                            if (key != null) {
                                headers.set(Headers.IDEMPOTENCY_KEY, key);
                            }
                        })
                .bodyValue(Map.of("letterIds", letters))
                .exchange();
    }

    private Letter act(UUID letter, String act, @Nullable Object body, @Nullable String ifMatch) {
        return body(post(letter, act, body, ifMatch).expectStatus().isOk(), Letter.class);
    }

    private Problem refusal(
            UUID letter, String act, @Nullable Object body, @Nullable String ifMatch, int status) {
        return body(
                post(letter, act, body, ifMatch).expectStatus().isEqualTo(status), Problem.class);
    }

    private WebTestClient.ResponseSpec post(
            UUID letter, String act, @Nullable Object body, @Nullable String ifMatch) {
        var request = as(HIM_STAFF).post().uri("/api/letters/{id}/" + act, letter);
        if (ifMatch != null) {
            request.header(Headers.IF_MATCH, ifMatch);
        }
        return body == null ? request.exchange() : request.bodyValue(body).exchange();
    }

    private static <T> T body(WebTestClient.ResponseSpec answer, Class<T> type) {
        return Objects.requireNonNull(answer.expectBody(type).returnResult().getResponseBody());
    }

    private List<UUID> manifest(UUID batch) {
        var answer = as(HIM_STAFF).get().uri("/api/letter-batches/{id}", batch).exchange();
        return body(answer, LetterBatch.class).manifest().stream()
                .map(LetterBatch.Sheet::letterId)
                .toList();
    }

    private static List<String> pages(LetterBatch batch) throws IOException {
        try (var document = Loader.loadPDF(Objects.requireNonNull(batch.pdf()))) {
            var pages = new ArrayList<String>();
            for (var page = 1; page <= document.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
            return pages;
        }
    }

    private static String codeOn(String page) {
        var matcher = PRINTED_CODE.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }

    private String hash(String code) {
        return HexFormat.of().formatHex(keys.codes().newest().hmac(Code.typed(code).bytes()));
    }

    private @Nullable String storedHash(UUID letter) throws SQLException {
        return outbox.text(
                "SELECT encode(code_hash, 'hex') FROM activation_code WHERE id = ?",
                outbox.codeOf(letter));
    }

    private @Nullable String state(UUID letter) throws SQLException {
        return outbox.text("SELECT state FROM letter WHERE id = ?", letter);
    }

    private @Nullable String codeState(UUID letter) throws SQLException {
        return outbox.text("SELECT state FROM activation_code WHERE id = ?", outbox.codeOf(letter));
    }

    private String mrnOf(UUID letter) throws SQLException {
        return String.valueOf(
                outbox.text(
                        "SELECT mrn FROM patient JOIN letter ON patient_id = patient.id WHERE letter.id = ?",
                        letter));
    }

    private List<String> events(UUID object) throws SQLException {
        return outbox.texts(
                "SELECT act || ' ' || outcome FROM audit_event WHERE object_id = ? ORDER BY id",
                object.toString());
    }
}
