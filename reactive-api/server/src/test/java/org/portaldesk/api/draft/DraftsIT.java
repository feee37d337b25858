package org.portaldesk.api.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portaldesk.contract.identity.StaffRole.HIM_STAFF;
import static org.portaldesk.contract.identity.StaffRole.PRIVACY_OFFICER;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portaldesk.api.intake.FeedIT;
import org.portaldesk.contract.identity.StaffRole;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.json.JsonMapper;

class DraftsIT extends FeedIT {

    private static final String TEXT = "Her mother called; the form is on page 2.";

    @Autowired private DraftSweep sweep;

    private final String place = "patients." + UUID.randomUUID();

    @Test
    void whoeverTypedItGetsItBackOnRecordUntilItIsRemoved() {
        keep(HIM_STAFF, place, "Her mother").expectStatus().isNoContent();
        keep(HIM_STAFF, place, TEXT).expectStatus().isNoContent();

        find(HIM_STAFF, place)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.text")
                .isEqualTo(TEXT)
                .jsonPath("$.place")
                .isEqualTo(place);
        assertThat(rows("SELECT act || ' ' || outcome FROM audit_event WHERE object_id = ?", place))
                .containsExactly("DRAFT_READ DONE");
        remove(HIM_STAFF, place).expectStatus().isNoContent();
        remove(HIM_STAFF, place).expectStatus().isNotFound();
        find(HIM_STAFF, place).expectStatus().isNotFound();
    }

    @Test
    void nobodyElseGetsItNorLearnsThatItIsThere() {
        keep(HIM_STAFF, place, TEXT).expectStatus().isNoContent();

        find(PRIVACY_OFFICER, place).expectStatus().isNotFound();
        remove(PRIVACY_OFFICER, place).expectStatus().isNotFound();
        keep(PRIVACY_OFFICER, place, "Mine").expectStatus().isNoContent();
        find(HIM_STAFF, place).expectBody().jsonPath("$.text").isEqualTo(TEXT);
    }

    @Test
    void theDatabaseHoldsNoWordOfItAndARowMovedToSomebodyElseDoesNotOpen() {
        keep(HIM_STAFF, place, TEXT).expectStatus().isNoContent();
        assertThat(rows("SELECT encode(sealed, 'escape') FROM staff_draft WHERE place = ?", place))
                .singleElement()
                .satisfies(kept -> assertThat(kept).doesNotContain("mother"));

        keep(PRIVACY_OFFICER, place, "Mine").expectStatus().isNoContent();
        change(
                """
                UPDATE staff_draft AS theirs SET sealed = other.sealed FROM staff_draft AS other
                WHERE other.place = theirs.place AND other.person <> theirs.person AND theirs.place = '%s'
                """
                        .formatted(place));
        find(PRIVACY_OFFICER, place).expectStatus().isNotFound();
        find(HIM_STAFF, place).expectStatus().isNotFound();
    }

    @Test
    void theListTellsEverybodyTheirOwnPlacesAndNoWordOfWhatTheyTyped() {
        keep(HIM_STAFF, place, TEXT).expectStatus().isNoContent();
        keep(HIM_STAFF, place + "_hold.facts", TEXT).expectStatus().isNoContent();

        assertThat(places(HIM_STAFF)).startsWith(place + "_hold.facts", place);
        assertThat(places(PRIVACY_OFFICER)).noneMatch(other -> other.startsWith(place));
        age("24 hours");
        assertThat(places(HIM_STAFF)).contains(place + "_hold.facts").doesNotContain(place);
    }

    private List<String> places(StaffRole who) {
        var body =
                as(who).get()
                        .uri("/api/me/drafts")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        assertThat(body).doesNotContain("mother");
        return JsonMapper.shared()
                .readTree(body)
                .path("items")
                .valueStream()
                .map(one -> one.path("place").stringValue())
                .toList();
    }

    @Test
    void itEndsAfterADayAndIsSwept() {
        keep(HIM_STAFF, place, TEXT).expectStatus().isNoContent();
        age("24 hours");
        find(HIM_STAFF, place).expectStatus().isNotFound();
        sweep.round().block();
        assertThat(rows("SELECT place FROM staff_draft WHERE place = ?", place)).isEmpty();

        keep(HIM_STAFF, place, TEXT).expectStatus().isNoContent();
        age("23 hours 59 minutes");
        sweep.round().block();
        find(HIM_STAFF, place).expectStatus().isOk();
    }

    @Test
    void ofTwentyOneTheOldestGoes() {
        for (var number = 1; number <= 21; number++) {
            keep(HIM_STAFF, place + "." + number, TEXT).expectStatus().isNoContent();
        }
        find(HIM_STAFF, place + ".1").expectStatus().isNotFound();
        find(HIM_STAFF, place + ".2").expectStatus().isOk();
        keep(HIM_STAFF, place + ".2", "Again").expectStatus().isNoContent();
        find(HIM_STAFF, place + ".3").expectStatus().isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Patients.1", " patients", "-patients", "a/b", "a\tb", "p\u00e4tients"})
    void aPlaceIsSpelledInOneWayOnly(String spelling) {
        keep(HIM_STAFF, spelling, TEXT).expectStatus().is4xxClientError();
        find(HIM_STAFF, spelling).expectStatus().is4xxClientError();
        remove(HIM_STAFF, spelling).expectStatus().is4xxClientError();
    }

    @Test
    void sixteenKilobytesFitWhateverTheAlphabet() {
        keep(HIM_STAFF, place, "a".repeat(16_384)).expectStatus().isNoContent();
        find(HIM_STAFF, place).expectStatus().isOk();
        refused(keep(HIM_STAFF, place, "a".repeat(16_385)));
        refused(keep(HIM_STAFF, place, "ñ".repeat(8_193)));
        refused(keep(HIM_STAFF, place, " "));
    }

    private static void refused(ResponseSpec answer) {
        answer.expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("text");
    }

    private void age(String time) {
        change(
                "UPDATE staff_draft SET kept_at = clock_timestamp() - interval '%s' WHERE place = '%s'"
                        .formatted(time, place));
    }

    private ResponseSpec keep(StaffRole who, String where, String text) {
        return as(who).put()
                .uri("/api/me/drafts/{place}", where)
                .bodyValue(Map.of("text", text))
                .exchange();
    }

    private ResponseSpec find(StaffRole who, String where) {
        return as(who).get().uri("/api/me/drafts/{place}", where).exchange();
    }

    private ResponseSpec remove(StaffRole who, String where) {
        return as(who).delete().uri("/api/me/drafts/{place}", where).exchange();
    }
}
