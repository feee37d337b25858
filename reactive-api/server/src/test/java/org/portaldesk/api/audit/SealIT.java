package org.portaldesk.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.portaldesk.contract.identity.StaffRole.PRIVACY_OFFICER;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portaldesk.api.ApiIT;
import org.portaldesk.contract.audit.AuditVerification;
import org.portaldesk.contract.audit.ConsistencyProof;
import org.portaldesk.contract.audit.InclusionProof;
import org.portaldesk.contract.audit.SealHealth;
import org.portaldesk.seal.SealedRow;
import org.portaldesk.seal.SignedNote;
import org.portaldesk.seal.Tree;
import org.portaldesk.seal.VerifierKey;
import org.portaldesk.seal.VerifyAudit;
import org.springframework.http.MediaType;

/** The record under the hands of somebody with all rights in the database. */
class SealIT extends ApiIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Connection database;

    @BeforeEach
    void open() throws SQLException {
        database = superuser();
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void whatWasDoneIsSealedSoonAndPublishedOutside() throws Exception {
        var id = sealedEvent();
        var health = health();
        assertThat(health.published()).isPositive();
        assertThat(Files.readString(backing().installation().checkpoints()))
                .contains(Objects.requireNonNull(noteOf(id)));
        assertThat(verify().intact()).isTrue();
        assertThat(VerifyAudit.check(backing().installation().verifierEnvironment())).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALTERED|UPDATE audit_event SET reason = 'a better one' WHERE id = ?",
                "ALTERED|UPDATE audit_event SET actor_name = 'Nobody' WHERE id = ?",
                "ALTERED|UPDATE audit_event SET occurred_at = occurred_at - interval '1 day' WHERE id = ?",
                "MISSING|DELETE FROM audit_event WHERE id = ?",
                "REORDERED|UPDATE audit_event SET xid = '3' WHERE id = ?",
            })
    void whoeverBendsARowIsFound(String kind, String sql) throws Exception {
        var id = sealedEvent();
        sealedEvent();
        var before = whole(id);
        run(sql, id);
        try {
            assertThat(verify().findings())
                    .containsExactly(
                            new AuditVerification.Finding(
                                    AuditVerification.Kind.valueOf(kind), id.toString()));
            assertThat(VerifyAudit.check(backing().installation().verifierEnvironment())).isOne();
        } finally {
            restore(id, before);
        }
        assertThat(verify().intact()).isTrue();
    }

    @Test
    void aRowPutInAmongSealedOnesIsFound() throws Exception {
        var id = sealedEvent();
        sealedEvent();
        var forged = UUID.fromString("0198aaaa-0000-7000-8000-0000000000aa");
        run(
                "INSERT INTO audit_event SELECT (jsonb_populate_record(audit_event, jsonb_build_object('id', '"
                        + forged
                        + "'))).* FROM audit_event WHERE id = ?",
                id);
        try {
            assertThat(verify().findings())
                    .containsExactly(
                            new AuditVerification.Finding(
                                    AuditVerification.Kind.INSERTED, forged.toString()));
        } finally {
            run("DELETE FROM audit_event WHERE id = ?", forged);
        }
    }

    @Test
    void aReplacedCheckpointIsFound() throws Exception {
        var number = numberOf(sealedEvent());
        run(
                "UPDATE audit_checkpoint SET note = replace(note, 'count ', 'count 1') WHERE number = "
                        + number
                        + " AND ?::uuid IS NOT NULL",
                UUID.randomUUID());
        try {
            assertThat(verify().findings())
                    .contains(
                            new AuditVerification.Finding(
                                    AuditVerification.Kind.FORKED, "checkpoint " + number));
        } finally {
            run(
                    "UPDATE audit_checkpoint SET note = replace(note, 'count 1', 'count ') WHERE number = "
                            + number
                            + " AND ?::uuid IS NOT NULL",
                    UUID.randomUUID());
        }
    }

    @Test
    void theApisRoleCanAddAndReadAndNothingElse() throws SQLException {
        try (var api =
                backing()
                        .postgres()
                        .connect("portaldesk", backing().installation().databaseApi())) {
            for (var sql :
                    List.of(
                            "UPDATE audit_event SET reason = NULL",
                            "DELETE FROM audit_event",
                            "TRUNCATE audit_event",
                            "UPDATE audit_checkpoint SET note = ''",
                            "DELETE FROM audit_checkpoint",
                            "DELETE FROM audit_publication",
                            "INSERT INTO audit_epoch (epoch) VALUES (9)")) {
                assertThatThrownBy(() -> api.createStatement().execute(sql))
                        .as(sql)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void anEventIsProvenByHashesAlone() throws Exception {
        var id = sealedEvent();
        var proof = get("/api/audit/" + id + "/proof", InclusionProof.class);
        assertThat(
                        one(
                                "SELECT count(*) FROM audit_event WHERE act = 'AUDIT_PROVED' AND object_id = '%s'"
                                        .formatted(id)))
                .isEqualTo("1");
        var place = proof.place().split("/");
        var row =
                SealedRow.of(
                        Integer.parseInt(place[0]), Long.parseLong(place[1]), id, proof.content());
        var batch = SignedNote.open(proof.batch(), keys()).orElseThrow();
        var last = SignedNote.open(proof.note(), keys()).orElseThrow();

        assertThat(
                        Tree.rootFrom(
                                row.leaf(),
                                proof.index(),
                                proof.count(),
                                hashes(proof.batchPath())))
                .isEqualTo(batch.batchRoot());
        assertThat(
                        Tree.rootFrom(
                                batch.leaf(),
                                batch.number() - 1,
                                last.number(),
                                hashes(proof.path())))
                .isEqualTo(last.root());
        assertThat(proof.content()).contains("AUDIT_READ");
    }

    @Test
    void anOlderRecordIsProvenToBeTheBeginningOfTheNewer() throws Exception {
        sealedEvent();
        var number = numberOf(sealedEvent());
        var proof = get("/api/audit/consistency?from=1&to=" + number, ConsistencyProof.class);
        assertThat(SignedNote.open(proof.from(), keys()).orElseThrow().number()).isOne();
        assertThat(SignedNote.open(proof.to(), keys()).orElseThrow().number()).isEqualTo(number);
        assertThat(proof.hashes()).isNotEmpty();
    }

    @Test
    void theCheckTellsHowFarItIs() throws Exception {
        sealedEvent();
        var events =
                as(PRIVACY_OFFICER)
                        .get()
                        .uri("/api/audit/verify")
                        .accept(MediaType.TEXT_EVENT_STREAM)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        assertThat(events).contains("event:progress", "event:done", "\"intact\":true");
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsRefusedByName() {
        as(PRIVACY_OFFICER)
                .get()
                .uri("/api/audit/verify?from=2026-11-22T00:00:00Z&to=2026-11-21T00:00:00Z")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("to");
    }

    /** An act of our own, once it is sealed. */
    private UUID sealedEvent() throws Exception {
        var mark = "seal" + System.nanoTime();
        as(PRIVACY_OFFICER).get().uri("/api/audit?actor=" + mark).exchange().expectStatus().isOk();
        var end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            var id =
                    one(
                            "SELECT id FROM audit_event WHERE act = 'AUDIT_READ' ORDER BY id DESC LIMIT 1");
            if (id != null && noteOf(UUID.fromString(id)) != null) {
                return UUID.fromString(id);
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not sealed within " + PATIENCE);
    }

    private @Nullable String noteOf(UUID id) throws SQLException {
        return one(covering("note", id));
    }

    private long numberOf(UUID id) throws SQLException {
        return Long.parseLong(Objects.requireNonNull(one(covering("number", id))));
    }

    private static String covering(String column, UUID id) {
        return "SELECT "
                + column
                + " FROM audit_checkpoint NATURAL JOIN audit_publication WHERE (to_epoch, to_xid) > (SELECT epoch, xid FROM audit_event WHERE id = '"
                + id
                + "') ORDER BY number LIMIT 1";
    }

    private AuditVerification verify() {
        return get("/api/audit/verify", AuditVerification.class);
    }

    private SealHealth health() {
        return get("/api/audit/seal", SealHealth.class);
    }

    private List<VerifierKey> keys() {
        return List.of(VerifierKey.parse(health().verifierKey()));
    }

    private static List<byte[]> hashes(List<String> base64) {
        return base64.stream().map(Base64.getDecoder()::decode).toList();
    }

    private <T> T get(String uri, Class<T> type) {
        var body =
                as(PRIVACY_OFFICER)
                        .get()
                        .uri(uri)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(type)
                        .returnResult()
                        .getResponseBody();
        return Objects.requireNonNull(body);
    }

    private String whole(UUID id) throws SQLException {
        return Objects.requireNonNull(
                one("SELECT to_jsonb(audit_event) FROM audit_event WHERE id = '" + id + "'"));
    }

    private void restore(UUID id, String before) throws SQLException {
        database.createStatement().executeUpdate("DELETE FROM audit_event WHERE id = '" + id + "'");
        try (var statement =
                database.prepareStatement(
                        "INSERT INTO audit_event SELECT (jsonb_populate_record(NULL::audit_event, ?::jsonb)).*")) {
            statement.setString(1, before);
            statement.executeUpdate();
        }
    }

    private void run(String sql, UUID id) throws SQLException {
        try (var statement = database.prepareStatement(sql)) {
            statement.setObject(1, id);
            assertThat(statement.executeUpdate()).isOne();
        }
    }

    private @Nullable String one(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            var row = statement.executeQuery(sql);
            return row.next() ? row.getString(1) : null;
        }
    }
}
