package org.portaldesk.api.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.portaldesk.contract.fhir.ImportReport.RejectedLine;

class StreamImportIT extends FeedIT {

    @Test
    void badLinesAreReportedAndTheRestGoesIn() {
        var first = FedPatient.named("Lee", "Ann");
        var last = FedPatient.named("Lee", "Bea");
        var report =
                imported(
                        String.join(
                                "\r\n",
                                first.json(),
                                "not json",
                                "",
                                "{\"resourceType\":\"Medication\"}",
                                FedPatient.named("Lee").with("birthDate", "1970").json(),
                                FedResult.observation("nobody").json(),
                                FedResult.observation(first.id()).json(),
                                "x".repeat(1_100_000),
                                last.json()));
        assertThat(report.accepted()).isEqualTo(3);
        assertThat(report.rejected())
                .containsExactly(
                        new RejectedLine(2, "line is not a FHIR R4 resource in JSON"),
                        new RejectedLine(
                                4,
                                "resourceType is not Patient, Practitioner, DiagnosticReport or Observation"),
                        new RejectedLine(5, "birthDate is not a full date"),
                        new RejectedLine(6, "subject names a patient who is not here"),
                        new RejectedLine(8, "line is longer than 1 MB"));
        assertThat(rows("SELECT 1 FROM patient WHERE fhir_id IN (?, ?)", first.id(), last.id()))
                .hasSize(2);
    }

    @Test
    void secondRunChangesNothing() {
        var lines = manyPatients(1000);
        assertThat(imported(lines).accepted()).isEqualTo(1000);
        var events = value("SELECT count(*) FROM audit_event WHERE act LIKE 'PATIENT\\_C%'");
        var again = imported(lines);
        assertThat(again.accepted()).isZero();
        assertThat(again.unchanged()).isEqualTo(1000);
        assertThat(value("SELECT count(*) FROM audit_event WHERE act LIKE 'PATIENT\\_C%'"))
                .isEqualTo(events);
    }

    @Test
    void lastLineOfAnIdWins() {
        var patient = FedPatient.named("Lee", "Ann");
        var before = patient.json();
        var after = patient.renamed("Kim", "Ann").json();
        assertThat(imported(before + "\n" + after).accepted()).isEqualTo(2);
        assertThat(value("SELECT family_name FROM patient WHERE fhir_id = ?", patient.id()))
                .isEqualTo("Kim");
    }

    @Test
    void zippedStreamIsTaken() throws IOException {
        var report = imported(zipped(manyPatients(10)), "gzip");
        assertThat(report.accepted()).isEqualTo(10);
    }

    @Test
    void brokenZipIsMalformedAndWhatCameBeforeIsTaken() throws IOException {
        var whole = zipped(manyPatients(5000));
        importing(Arrays.copyOf(whole, whole.length / 2), "gzip")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("MALFORMED");
        importing("no zip at all", "gzip").expectStatus().isBadRequest();
    }

    @Test
    void unknownEncodingIsRefused() {
        importing("{}", "br").expectStatus().isEqualTo(415);
    }

    @Test
    void longListOfRejectedLinesIsCut() {
        var report = imported("x\n".repeat(1500));
        assertThat(report.rejected()).hasSize(1000);
        assertThat(report.moreRejected()).isEqualTo(500);
    }

    @Test
    void emptyStreamIsNoError() {
        assertThat(imported("\n\n").rejected()).isEqualTo(List.of());
    }

    @Test
    void linesThatAreNotUtf8AreRejected() {
        var report = imported(new byte[] {(byte) 0xff, (byte) 0xfe, '\n'}, null);
        assertThat(report.rejected()).containsExactly(new RejectedLine(1, "line is not UTF-8"));
    }

    private static String manyPatients(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> FedPatient.named("Lee", "Ann").json())
                .collect(Collectors.joining("\n"));
    }

    private static byte[] zipped(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
