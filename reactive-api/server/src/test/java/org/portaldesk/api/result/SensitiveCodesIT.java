package org.portaldesk.api.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portaldesk.contract.identity.StaffRole.CLINICIAN;
import static org.portaldesk.contract.identity.StaffRole.ROI_REVIEWER;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portaldesk.api.proxy.Records;
import org.portaldesk.contract.portal.PortalResultApi.PortalResult;
import org.portaldesk.contract.result.ReleaseState;
import org.springframework.http.MediaType;

/** Every code of the value sets, wherever it can stand, and what people say of one item. */
class SensitiveCodesIT extends ResultIT {

    private static final MediaType LINES = MediaType.parseMediaType("application/fhir+ndjson");
    private static final String PLAIN = "{\"system\": \"http://loinc.org\", \"code\": \"58410-2\"}";

    private static final String LOINC = "{\"system\": \"http://loinc.org\", \"code\": \"%s\"}";

    /** Each code stands in every third place, unless told otherwise: 1 for everywhere. */
    private static final int EACH = Integer.getInteger("test.each", 3);

    /** Where a code can stand in what a feed sends; CODING is replaced by its coding. */
    private static final Map<String, List<String>> PLACES =
            Map.of(
                    "the report's first coding",
                    List.of(report("[CODING, " + PLAIN + "]", "")),
                    "the report's last coding",
                    List.of(report("[" + PLAIN + ", CODING]", "")),
                    "an observation's first coding",
                    List.of(
                            observation("one", "[CODING, " + PLAIN + "]", ""),
                            report("[" + PLAIN + "]", "one")),
                    "an observation's last coding",
                    List.of(
                            observation("one", "[" + PLAIN + ", CODING]", ""),
                            report("[" + PLAIN + "]", "one")),
                    "a component's last coding",
                    List.of(
                            observation(
                                    "one",
                                    "[" + PLAIN + "]",
                                    """
                                    , "component": [{"code": {"coding": [%s, CODING], "text": "Part"}}]
                                    """
                                            .formatted(PLAIN)),
                            report("[" + PLAIN + "]", "one")),
                    "a member of a panel in a panel",
                    List.of(
                            observation("one", "[" + PLAIN + "]", members("two")),
                            observation("two", "[" + PLAIN + "]", members("three")),
                            observation("three", "[CODING]", ""),
                            report("[" + PLAIN + "]", "one")));

    private static String report(String codings, String observations) {
        var result =
                observations.isEmpty()
                        ? ""
                        : ", \"result\": [{\"reference\": \"Observation/ID-%s\"}]"
                                .formatted(observations);
        return """
               {"resourceType": "DiagnosticReport", "id": "ID", "status": "final", "subject": {"reference": "Patient/WHO"},
                "code": {"coding": %s, "text": "Panel"}, "issued": "2026-11-01T12:00:00Z"%s}
               """
                .formatted(codings, result);
    }

    private static String observation(String name, String codings, String more) {
        return """
               {"resourceType": "Observation", "id": "ID-%s", "status": "final", "subject": {"reference": "Patient/WHO"},
                "code": {"coding": %s, "text": "Item"}, "valueString": "seen"%s}
               """
                .formatted(name, codings, more);
    }

    private static String members(String name) {
        return ", \"hasMember\": [{\"reference\": \"Observation/ID-%s\"}]".formatted(name);
    }

    @Test
    void noProxySeesAnyCodeOfTheSetsWhereverItStands() throws SQLException {
        var codes =
                records.texts("SELECT DISTINCT code FROM sensitive_code WHERE tag <> 'GENETICS'");
        var sent = 0;
        var turn = 0;
        for (var place : PLACES.values()) {
            var lines = new ArrayList<String>();
            for (var at = turn++ % EACH; at < codes.size(); at += EACH) {
                sent++;
                lines.addAll(lines(place, LOINC.formatted(codes.get(at))));
            }
            feed(lines);
        }
        System.out.println(codes.size() + " codes, " + PLACES.size() + " places: " + sent);

        assertThat(reports()).isEqualTo(sent);
        assertThat(shown()).isZero();
        assertThat(theirs()).isEmpty();
    }

    private int reports() throws SQLException {
        return Integer.parseInt(
                records.text("SELECT count(*) FROM result WHERE patient_id = ?", child.id()));
    }

    /** The same question as the portal asks, of all at once. */
    private int shown() throws SQLException {
        return Integer.parseInt(
                records.text(
                        """
                        SELECT count(*) FROM result
                        WHERE patient_id = ? AND NOT result_tags_at(id, code, clock_timestamp())
                            && ARRAY(SELECT jsonb_array_elements_text(rules -> 'sensitiveTags')
                                     FROM policy_at(clock_timestamp()))
                        """,
                        child.id()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"system\": \"HTTP://LOINC.ORG/\", \"code\": \"24111-7\"}",
                "{\"system\": \"urn:oid:2.16.840.1.113883.6.1\", \"code\": \"24111-7\"}",
                "{\"code\": \"24111-7\"}",
                "{\"code\": \"024111-7\"}",
                "{\"code\": \"24111\u20117\"}",
                "{\"code\": \"24111\u20137\"}",
                "{\"code\": \"\uff12\uff14111-7\"}",
                "{\"code\": \"241117\"}",
                "{\"display\": \"Neisseria gonorrhoeae\"}",
                "{\"system\": \"urn:lab\", \"code\": \"GCNAA\", \"display\": \"GONORRHEA, NAA\"}",
                "{\"system\": \"urn:lab\", \"code\": \"1\", \"display\": \"Prueba de embarazo\"}"
            })
    void noSpellingOfACodeGetsThrough(String coding) {
        feed(
                lines(
                        List.of(
                                observation("one", "[CODING]", "")
                                        .replace(", \"text\": \"Item\"", ""),
                                report("[" + PLAIN + "]", "one")),
                        coding));

        assertThat(mine()).hasSize(1);
        assertThat(theirs()).isEmpty();
    }

    @Test
    void whatHasNoCodeIsKnownByWhoDidItAndByItsCategory() {
        feed(
                lines(
                        List.of(
                                report("[" + PLAIN + "]", "")
                                        .replace(
                                                "\"issued\"",
                                                "\"category\": [{\"coding\": [{\"code\": \"LAB\"}]}, {\"coding\": [{\"code\": \"TX\"}]}], \"issued\"")),
                        ""));
        feed(
                lines(
                        List.of(
                                report("[" + PLAIN + "]", "")
                                        .replace(
                                                "\"issued\"",
                                                "\"performer\": [{\"display\": \"Main lab\"}, {\"display\": \"County Family Planning\"}], \"issued\"")),
                        ""));
        feed(lines(List.of(report("[" + PLAIN + "]", "")), ""));

        assertThat(mine()).hasSize(3);
        assertThat(theirs()).hasSize(1);
    }

    @Test
    void whatIsSaidInWordsIsSensitiveToo() {
        var found = observation("one", "[" + PLAIN + "]", "");
        feed(
                lines(
                        List.of(
                                found.replace("\"seen\"", "\"Neisseria gonorrhoeae\""),
                                report("[" + PLAIN + "]", "one")),
                        ""));
        feed(
                lines(
                        List.of(
                                report("[" + PLAIN + "]", "")
                                        .replace(
                                                "\"issued\"",
                                                "\"conclusion\": \"HIV positive\", \"issued\"")),
                        ""));

        assertThat(mine()).hasSize(2);
        assertThat(theirs()).isEmpty();
    }

    /** All else that a feed can say; MORE is put into the observation, LATER into its codings. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"system\": \"urn:lab\", \"code\": \"7\", \"display\": \"Gonorrhea, NAA\"}",
                "\"category\": [{\"coding\": [{\"code\": \"laboratory\"}]}, {\"coding\": [{\"code\": \"TX\"}]}]",
                "\"performer\": [{\"display\": \"Main lab\"}, {\"display\": \"County Family Planning\"}]",
                "\"note\": [{\"text\": \"seen\"}, {\"text\": \"HIV \\n positive\"}]",
                "\"method\": {\"coding\": [{\"display\": \"PCR\"}, {\"display\": \"HIV-1 RNA\"}]}",
                "\"interpretation\": [{\"text\": \"pregnancy test positive\"}]",
                "\"component\": [{\"code\": {\"coding\": [{\"code\": \"1\", \"display\": \"Part\"}, {\"code\": \"2\", \"display\": \"Chlamydia trachomatis DNA\"}]}}]",
                "\"component\": [{\"code\": {\"text\": \"Part\"}, \"valueCodeableConcept\": {\"text\": \"found\", \"coding\": [{\"display\": \"Neisseria gonorrhoeae\"}]}}]",
                "\"contained\": [{\"resourceType\": \"Observation\", \"id\": \"in\", \"status\": \"final\", \"code\": {\"coding\": [{\"code\": \"24111-7\"}]}}], \"hasMember\": [{\"reference\": \"#in\"}]"
            })
    void nothingThatAFeedSaysOfAnObservationIsOverlooked(String more) {
        var coding = more.startsWith("{") ? "[" + PLAIN + ", " + more + "]" : "[" + PLAIN + "]";
        var item = observation("one", coding, more.startsWith("{") ? "" : ", " + more);
        feed(lines(List.of(item, report("[" + PLAIN + "]", "one")), ""));

        assertThat(mine()).hasSize(1);
        assertThat(theirs()).isEmpty();
    }

    @Test
    void observationsThatLieInAReportCount() {
        var inside =
                """
                "contained": [{"resourceType": "Observation", "id": "in", "status": "final",
                 "code": {"coding": [{"code": "1"}, {"code": "24111-7"}]}}], "issued"
                """;
        feed(
                lines(
                        List.of(
                                report("[" + PLAIN + "]", "")
                                        .replace("\"issued\"", inside.strip())),
                        ""));

        assertThat(mine()).hasSize(1);
        assertThat(theirs()).isEmpty();
    }

    @Test
    void whatStaffFoundHarmlessIsSensitiveAgainOnceTheFeedCorrectsIt() throws SQLException {
        var item = lines(List.of(report("[CODING]", "")), LOINC.formatted("24111-7"));
        feed(item);
        var id = mine().getFirst().id();
        tag(id, "SEXUAL_HEALTH", false);
        assertThat(theirs()).hasSize(1);

        feed(item);
        assertThat(theirs()).hasSize(1);
        feed(item.stream().map(line -> line.replace("final", "corrected")).toList());
        assertThat(theirs()).isEmpty();
        tag(id, "SEXUAL_HEALTH", false);
        assertThat(theirs()).hasSize(1);
    }

    @Test
    void staffHideAndShowOneItemWithAReason() throws SQLException {
        var plain = report("58410-2", "LAB", "final", Instant.now());
        tag(plain, "MENTAL_HEALTH", true);
        assertThat(theirs()).isEmpty();
        assertThat(desk(plain).tags()).containsExactly("MENTAL_HEALTH");
        tag(plain, "MENTAL_HEALTH", false);
        assertThat(theirs()).hasSize(1);

        var test = report("24111-7", "LAB", "final", Instant.now());
        assertThat(theirs()).hasSize(1);
        tag(test, "SEXUAL_HEALTH", false);
        assertThat(theirs()).hasSize(2);
        assertThat(desk(test).state()).isEqualTo(ReleaseState.RELEASED);
        refusal(
                act(ROI_REVIEWER, test, "tag", Map.of("tag", "SEXUAL_HEALTH", "sensitive", true)),
                400);
    }

    private void tag(UUID result, String tag, boolean sensitive) {
        done(
                act(
                        CLINICIAN,
                        result,
                        "tag",
                        Map.of("tag", tag, "sensitive", sensitive, "reason", "Ordered together")));
    }

    @Test
    void aPatientsConsentShowsOneItemToOneProxyUntilItEnds() throws SQLException {
        var other = granted(child, "MINOR");
        var test = report("2106-3", "LAB", "final", Instant.now());
        consent(test, true);
        assertThat(theirs()).extracting(PortalResult::id).containsExactly(test);
        assertThat(read(other.portal(), theirPath()).items()).isEmpty();
        var why = explain(test, parent.grant().toString(), null);
        assertThat(why.visible()).isTrue();
        assertThat(why.trace()).extracting(step -> step.rule()).contains("CONSENT");

        consent(test, false);
        assertThat(theirs()).isEmpty();
        var stranger = granted(records.born(aged(9, 10)), "MINOR");
        refusal(
                act(
                        ROI_REVIEWER,
                        test,
                        "consent",
                        Map.of("grantId", stranger.grant(), "given", true, "reason", "Form")),
                422);
    }

    private void consent(UUID result, boolean given) {
        done(
                act(
                        ROI_REVIEWER,
                        result,
                        "consent",
                        Map.of("grantId", parent.grant(), "given", given, "reason", "Form")));
    }

    @Test
    void aSetCountsInItsStatesAndAtItsAgesOnly() throws SQLException {
        kentucky();
        records.run(
                "INSERT INTO sensitive_set VALUES ('OF_TEENS', 'MENTAL_HEALTH', 'Of teens', 'test', '{KY}', 13, 17)");
        records.run(
                "INSERT INTO sensitive_code (code, tag, title, set_name) VALUES ('99999-9', 'MENTAL_HEALTH', 'x', 'OF_TEENS')");
        try {
            var test = report("99999-9", "LAB", "final", Instant.now());
            assertThat(desk(test).tags()).isEmpty();
            records.run("UPDATE sensitive_set SET from_age = 9 WHERE name = 'OF_TEENS'");
            assertThat(desk(test).tags()).containsExactly("MENTAL_HEALTH");
            records.run("UPDATE sensitive_set SET states = '{MT}' WHERE name = 'OF_TEENS'");
            assertThat(desk(test).tags()).isEmpty();
        } finally {
            records.run("DELETE FROM sensitive_code WHERE set_name = 'OF_TEENS'");
            records.run("DELETE FROM sensitive_set WHERE name = 'OF_TEENS'");
        }
    }

    @Test
    void everyCodeThatShipsHasItsCheckDigitAndItsSource() throws SQLException {
        var wrong =
                records.texts("SELECT DISTINCT code FROM sensitive_code").stream()
                        .filter(
                                code ->
                                        checkDigit(code.split("-")[0])
                                                != code.charAt(code.length() - 1) - '0')
                        .toList();
        assertThat(wrong).isEmpty();
        assertThat(records.texts("SELECT code FROM sensitive_code WHERE set_name IS NULL"))
                .isEmpty();
    }

    /** LOINC's, mod 10: every second digit from the right is doubled, and the digits are summed. */
    private static int checkDigit(String number) {
        var sum = 0;
        for (var at = 0; at < number.length(); at++) {
            var digit = number.charAt(number.length() - 1 - at) - '0';
            var value = at % 2 == 0 ? 2 * digit : digit;
            sum += value / 10 + value % 10;
        }
        return (10 - sum % 10) % 10;
    }

    private List<String> lines(List<String> place, String coding) {
        var id = "s-" + Records.number() + "-" + System.nanoTime();
        return place.stream()
                .map(
                        line ->
                                line.replace("CODING", coding)
                                        .replace("ID", id)
                                        .replace("WHO", who())
                                        .replace("\n", " "))
                .toList();
    }

    private String who() {
        try {
            return fhirId();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void feed(List<String> lines) {
        feed().post()
                .uri("/fhir/import")
                .contentType(LINES)
                .bodyValue(String.join("\n", lines))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.rejected")
                .isEmpty();
    }
}
