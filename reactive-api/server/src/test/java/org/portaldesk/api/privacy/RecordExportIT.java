package org.portaldesk.api.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portaldesk.contract.identity.StaffRole.HIM_STAFF;
import static org.portaldesk.contract.identity.StaffRole.PRIVACY_OFFICER;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.intake.FedPatient;
import org.portaldesk.api.intake.FeedIT;
import org.portaldesk.contract.audit.ExportManifest;
import org.portaldesk.seal.Checkpoint;
import org.portaldesk.seal.SealedRow;
import org.portaldesk.seal.SignedNote;
import org.portaldesk.seal.Tree;
import org.portaldesk.seal.VerifierKey;

/** An export, read and checked by somebody who has nothing but its lines and its manifest. */
class RecordExportIT extends FeedIT {

    private static final FhirContext FHIR_R4 = FhirContext.forR4Cached();
    private static final String SEAL = "urn:portal-desk:seal";

    @Test
    void everyLineIsAnAuditEventAndTheLinesLeadToWhatWasSigned() throws Exception {
        var begin = Instant.now().minus(Duration.ofMinutes(1));
        var patient = seen();
        var end = Instant.now().plusMillis(1);
        awaitSealedUpTo(end);

        var manifest = manifest(begin, end);
        var events = events(export(begin, end));

        assertThat(events).hasSize((int) manifest.events());
        assertThat(events)
                .anyMatch(
                        event ->
                                event.getEntity().stream()
                                        .anyMatch(
                                                entity ->
                                                        ("Patient/" + patient.id())
                                                                .equals(
                                                                        entity.getWhat()
                                                                                .getReference())));
        assertThat(bent(events, manifest)).isEmpty();
        assertThat(actsOnRecord()).isPositive();
    }

    @Test
    void aLineThatIsMissingOrChangedIsNoticedWithoutUs() throws Exception {
        var begin = Instant.now().minus(Duration.ofMinutes(1));
        seen();
        var end = Instant.now().plusMillis(1);
        awaitSealedUpTo(end);
        var manifest = manifest(begin, end);
        var events = events(export(begin, end));

        for (var at = Math.max(0, events.size() - 20); at < events.size(); at++) {
            var without = new ArrayList<>(events);
            without.remove(at);
            assertThat(bent(without, manifest)).isPresent();
            var changed = new ArrayList<>(events);
            changed.set(at, bent(events.get(at)));
            assertThat(bent(changed, manifest)).isPresent();
        }
    }

    @Test
    void aPeriodWithoutEventsIsAnEmptyExportAndOnRecord() {
        var farAhead = Instant.parse("2100-01-01T00:00:00Z");
        var before = actsOnRecord();
        assertThat(export(farAhead, farAhead.plusSeconds(1))).isEmpty();
        var manifest = manifest(farAhead, farAhead.plusSeconds(1));
        assertThat(manifest.events()).isZero();
        assertThat(manifest.verifierKeys()).isNotEmpty();
        assertThat(actsOnRecord()).isEqualTo(before + 1);
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsRefused() {
        for (var path : List.of("/api/audit/export", "/api/audit/export/manifest")) {
            as(PRIVACY_OFFICER)
                    .get()
                    .uri(path + "?from=2026-11-22T00:00:00Z&to=2026-11-21T00:00:00Z")
                    .exchange()
                    .expectStatus()
                    .isBadRequest();
        }
    }

    private static AuditEvent bent(AuditEvent event) {
        var copy = event.copy();
        var content = copy.getExtensionByUrl(SEAL).getExtensionByUrl("content");
        content.setValue(new StringType(content.getValue().primitiveValue() + " "));
        return copy;
    }

    /** What is wrong with the lines: nothing, if they are what was sealed. */
    private static Optional<String> bent(List<AuditEvent> events, ExportManifest manifest) {
        var keys = manifest.verifierKeys().stream().map(VerifierKey::parse).toList();
        var batch = new ArrayList<SealedRow>();
        Checkpoint open = null;
        var number = manifest.first() - 1;
        for (var event : events) {
            var note = seal(event, "checkpoint");
            if (note != null) {
                if (open != null && !leads(open, batch)) {
                    return Optional.of("checkpoint " + open.number());
                }
                open = SignedNote.open(note, keys).orElseThrow();
                batch.clear();
                if (open.number() != ++number) {
                    return Optional.of("missing before " + open.number());
                }
            }
            batch.add(row(event));
        }
        return open == null || !leads(open, batch) || number != manifest.last()
                ? Optional.of("the last one")
                : Optional.empty();
    }

    private static boolean leads(Checkpoint promise, List<SealedRow> rows) {
        var root = Tree.root(rows.stream().map(SealedRow::leaf).toList());
        return rows.size() == promise.count() && Arrays.equals(root, promise.batchRoot());
    }

    private static SealedRow row(AuditEvent event) {
        var place = Objects.requireNonNull(seal(event, "place")).split("/");
        return SealedRow.of(
                Integer.parseInt(place[0]),
                Long.parseLong(place[1]),
                UUID.fromString(event.getIdElement().getIdPart()),
                Objects.requireNonNull(seal(event, "content")));
    }

    private static @Nullable String seal(AuditEvent event, String part) {
        Extension found = event.getExtensionByUrl(SEAL).getExtensionByUrl(part);
        return found == null ? null : found.getValue().primitiveValue();
    }

    private static List<AuditEvent> events(String lines) {
        var parser = FHIR_R4.newJsonParser().setParserErrorHandler(new StrictErrorHandler());
        return lines.lines().map(line -> parser.parseResource(AuditEvent.class, line)).toList();
    }

    private FedPatient seen() {
        var patient = FedPatient.named(family("Exported"), "Ann");
        given(patient);
        var id = value("SELECT id FROM patient WHERE fhir_id = ?", patient.id());
        as(HIM_STAFF).get().uri("/api/patients/{id}", id).exchange().expectStatus().isOk();
        return patient;
    }

    private static void awaitSealedUpTo(Instant end) throws InterruptedException {
        for (var tries = 0; tries < 100; tries++) {
            var open =
                    value(
                            "SELECT count(*) FROM audit_event WHERE occurred_at < '"
                                    + end
                                    + "' AND xid >= (SELECT max(to_xid) FROM audit_checkpoint)");
            if ("0".equals(open)) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not sealed");
    }

    private static long actsOnRecord() {
        return Long.parseLong(
                Objects.requireNonNull(
                        value("SELECT count(*) FROM audit_event WHERE act = 'AUDIT_EXPORTED'")));
    }

    private ExportManifest manifest(Instant from, Instant to) {
        return Objects.requireNonNull(
                as(PRIVACY_OFFICER)
                        .get()
                        .uri("/api/audit/export/manifest?from={from}&to={to}", from, to)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(ExportManifest.class)
                        .returnResult()
                        .getResponseBody());
    }

    private String export(Instant from, Instant to) {
        var body =
                as(PRIVACY_OFFICER)
                        .mutate()
                        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(64 << 20))
                        .build()
                        .get()
                        .uri("/api/audit/export?from={from}&to={to}", from, to)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .contentTypeCompatibleWith(LINES)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        return Objects.requireNonNullElse(body, "");
    }
}
