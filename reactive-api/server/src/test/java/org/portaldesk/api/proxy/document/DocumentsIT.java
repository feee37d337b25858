package org.portaldesk.api.proxy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portaldesk.contract.identity.StaffRole.HIM_STAFF;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.cos.COSName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portaldesk.api.ApiIT;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.problem.Problem;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.testing.paper.Papers;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;

/** What the API says to files that may not be kept, and that it stays small meanwhile. */
class DocumentsIT extends ApiIT {

    private static final int MEGABYTE = 1 << 20;

    @LocalServerPort private int port;

    @Test
    void badFilesAreRefusedWithAClearMessageAndNothingIsKept() throws SQLException {
        var patient = patient();
        var bad = new LinkedHashMap<String, byte[]>();
        bad.put("EICAR.pdf", Papers.eicar());
        bad.put("../../etc/passwd", Papers.text("root:x:0:0"));
        bad.put("script.pdf", Papers.withScript());
        bad.put("xfa.pdf", Papers.withXfa());
        bad.put("locked.pdf", Papers.encrypted("secret"));
        bad.put("bomb.pdf", Papers.inflating(100));
        bad.put("huge.png", Papers.hugePng(19_999, 19_999));
        bad.put("two.pdf", Papers.joined(Papers.form("x"), Papers.endOfZip("\n%%EOF\n")));
        bad.forEach(
                (name, file) -> {
                    var problem = refused(patient, name, file);
                    assertThat(problem.code()).as(name).isEqualTo(ProblemCode.DOCUMENT_REFUSED);
                    assertThat(problem.detail()).as(name).isNotBlank();
                });

        assertThat(count("SELECT count(*) FROM proxy_request WHERE patient_id = '%s'", patient))
                .isZero();
        assertThat(
                        count(
                                "SELECT count(*) FROM audit_event WHERE patient_id = '%s' AND act = 'PROXY_REQUEST_RECORDED' AND outcome = 'REFUSED'",
                                patient))
                .isEqualTo(bad.size());
    }

    @Test
    void aNameThatClimbsIsOnlyAName() throws SQLException {
        as(HIM_STAFF)
                .post()
                .uri("/api/proxy-requests")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .bodyValue(body(patient(), "../../../../tmp/evil.pdf", Papers.form("x")))
                .exchange()
                .expectStatus()
                .isCreated();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no boundary at all",
                "--cut\r\n",
                "--cut\r\nContent-Disposition: form-data; name=\"request\"\r\n\r\n{}",
                "--cut\r\nContent-Disposition: form-data; name=\"request\"\r\n\r\n{}\r\n--cut--",
                "--cut\r\nnonsense\r\n\r\n{}\r\n--cut--",
                "--cut\r\n: \r\n\r\n{}\r\n--cut--",
                "--cut\r\n\r\n{}\r\n--cut--",
                "--cut\r\nContent-Disposition: form-data\r\n\r\n{}\r\n--cut--",
                "--cut\r\nContent-Disposition: form-data; name=\"\"\r\n\r\n{}\r\n--cut--",
                "--cut\r\nContent-Disposition: ;;;\r\n\r\n{}\r\n--cut--",
                "--cut\r\nContent-Disposition: attachment; name=request\r\n\r\n{}\r\n--cut--",
                "--cut\r\nContent-Disposition: form-data; name=\"request\"\r\nContent-Type: nonsense\r\n\r\n{}\r\n--cut--",
                "--cut\r\nContent-Disposition: form-data; name=\"request\"\r\nContent-Type: */*\r\n\r\n{}\r\n--cut--",
                "--cut\r\nContent-Disposition: form-data; name=\"request\"\r\nContent-Type: text/plain; charset=nowhere\r\n\r\n{}\r\n--cut--",
                "--cut\r\nContent-Disposition: form-data; name=\"request\"\r\nContent-Type: application/json; charset=!!\r\n\r\n{}\r\n--cut--",
                "--cut\r\nContent-Disposition: form-data; name*=nowhere''%ff\r\n\r\n{}\r\n--cut--",
                "--cut\r\nContent-Disposition: form-data; name=\"form\"; filename*=UTF-8''%zz\r\n\r\n{}\r\n--cut--",
                "--cut\r\nContent-Disposition: form-data; name=\"request\"\r\nContent-Length: -1\r\n\r\n{}\r\n--cut--",
                "--cut\r\nContent-Disposition: form-data; name=\"request\"\r\nContent-Type: multipart/mixed; boundary=in\r\n\r\n--in\r\n\r\n--in--\r\n--cut--",
                "--cut\r\nContent-Disposition: form-data; name=\"request\"\r\n\r\n{}\r\n--cut\r\nContent-Disposition: form-data; name=\"request\"\r\n\r\n{}\r\n--cut--"
            })
    void partsThatCannotBeToldApartAreRefused(String body) {
        as(HIM_STAFF)
                .post()
                .uri("/api/proxy-requests")
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .bodyValue(body.getBytes(StandardCharsets.US_ASCII))
                .exchange()
                .expectStatus()
                .value(status -> assertThat(status).isIn(400, 413, 415, 422));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=\"\"",
                "multipart/form-data; boundary=cut; charset=nowhere",
                "multipart/form-data; boundary=cut; charset=!!",
                "multipart/*; boundary=cut",
                "multipart/nonsense; boundary=cut",
                "multipart",
                "multipart/form-data; boundary=a b"
            })
    void aTypeThatSaysNothingIsRefused(String type) throws Exception {
        var request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + port + "/api/proxy-requests"))
                        .header("Authorization", "Bearer " + token())
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString("--cut\r\n\r\n{}\r\n--cut--"))
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                    .isIn(400, 415, 422);
        }
    }

    private static String token() {
        return backing().staffToken(StaffRole.HIM_STAFF.realmRole());
    }

    @Test
    void hostileFilesEndNeitherTheRequestNorTheApi() throws SQLException {
        var patient = patient();
        var saves = "q ".repeat(25_000_000);
        var problem =
                refused(
                        patient,
                        "saves.pdf",
                        Papers.pdf(
                                "x",
                                1,
                                document -> {
                                    var content = document.getDocument().createCOSStream();
                                    try (var out =
                                            content.createOutputStream(COSName.FLATE_DECODE)) {
                                        out.write(saves.getBytes(StandardCharsets.US_ASCII));
                                    }
                                    document.getPage(0)
                                            .getCOSObject()
                                            .setItem(COSName.CONTENTS, content);
                                }));
        assertThat(problem.code()).isEqualTo(ProblemCode.DOCUMENT_REFUSED);
        as(HIM_STAFF).get().uri("/api/me").exchange().expectStatus().isOk();
    }

    /** The last 20 MB of a gigabyte are never read; nor does the heap grow with it. */
    @Test
    void aStreamOfAGigabyteIsCutAtTheLimit() throws IOException, SQLException {
        var before = usedHeap();
        var boundary = "cut-here";
        var head =
                """
                --%1$s\r
                Content-Disposition: form-data; name="request"\r
                Content-Type: application/json\r
                \r
                {"patientId":"%2$s","kind":"MINOR","relationship":"PARENT","proxy":{"givenName":"A","familyName":"B","birthDate":"1980-01-01"}}\r
                --%1$s\r
                Content-Disposition: form-data; name="form"; filename="big.pdf"\r
                Content-Type: application/pdf\r
                \r
                %%PDF-1.7
                """
                        .formatted(boundary, patient());
        long sent = 0;
        String status;
        try (var socket = new Socket("127.0.0.1", port)) {
            var out = socket.getOutputStream();
            out.write(
                    """
                    POST /api/proxy-requests HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer %s\r
                    Content-Type: multipart/form-data; boundary=%s\r
                    Content-Length: %d\r
                    \r
                    """
                            .formatted(
                                    backing().staffToken(StaffRole.HIM_STAFF.realmRole()),
                                    boundary,
                                    1024L * MEGABYTE)
                            .getBytes(StandardCharsets.UTF_8));
            out.write(head.getBytes(StandardCharsets.UTF_8));
            var block = new byte[MEGABYTE];
            try {
                while (sent < 1000 && socket.getInputStream().available() == 0) {
                    out.write(block);
                    sent++;
                }
            } catch (IOException closed) {
                // The other end has had enough.
            }
            status =
                    new BufferedReader(
                                    new InputStreamReader(
                                            socket.getInputStream(), StandardCharsets.UTF_8))
                            .readLine();
        }

        assertThat(status).isEqualTo("HTTP/1.1 413 Request Entity Too Large");
        assertThat(sent).isLessThan(200);
        assertThat(usedHeap() - before).isLessThan(64L * MEGABYTE);
    }

    private Problem refused(UUID patient, String name, byte[] file) {
        return Objects.requireNonNull(
                as(HIM_STAFF)
                        .post()
                        .uri("/api/proxy-requests")
                        .contentType(MediaType.MULTIPART_FORM_DATA)
                        .bodyValue(body(patient, name, file))
                        .exchange()
                        .expectStatus()
                        .isEqualTo(422)
                        .expectBody(Problem.class)
                        .returnResult()
                        .getResponseBody());
    }

    private static Object body(UUID patient, String name, byte[] file) {
        var body = new MultipartBodyBuilder();
        body.part(
                "request",
                Map.of(
                        "patientId",
                        patient,
                        "kind",
                        "MINOR",
                        "relationship",
                        "PARENT",
                        "proxy",
                        Map.of(
                                "givenName", "Ann",
                                "familyName", "Sends",
                                "birthDate", "1980-04-05")),
                MediaType.APPLICATION_JSON);
        body.part("form", new ByteArrayResource(file), MediaType.APPLICATION_PDF).filename(name);
        return body.build();
    }

    private static UUID patient() throws SQLException {
        try (var database = superuser();
                var insert =
                        database.prepareStatement(
                                """
                                INSERT INTO patient (fhir_id, mrn, family_name, given_name, sort_name, birth_date, language, fingerprint)
                                VALUES ('paper-' || uuidv7(), 'paper-' || uuidv7(), 'Paper', 'Pat', 'paper pat', '2019-01-01', 'en', '\\x00')
                                RETURNING id
                                """)) {
            var row = insert.executeQuery();
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    private static long count(String sql, UUID patient) throws SQLException {
        try (Connection database = superuser();
                var statement = database.createStatement()) {
            var row = statement.executeQuery(sql.formatted(patient));
            row.next();
            return row.getLong(1);
        }
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
