package org.portaldesk.api.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.portaldesk.contract.identity.StaffRole.CLINICIAN;
import static org.portaldesk.contract.identity.StaffRole.ROI_REVIEWER;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.contract.identity.Me;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.result.ReleaseState;
import org.portaldesk.contract.result.Result;
import org.portaldesk.contract.result.ResultHold;
import org.portaldesk.contract.result.ResultHold.Confirmation.State;
import org.springframework.beans.factory.annotation.Autowired;

/** Who confirms a hold against harm, what comes of it when nobody does, and who reviews it. */
class ConfirmationsIT extends ResultIT {

    private static final Map<String, String> UPHELD =
            Map.of("outcome", "UPHELD", "note", "So be it");

    @Autowired private ReleaseRounds rounds;

    private record Holds(List<ResultHold> items) {}

    /** A member of staff is one clinician at a time, and all tests share the staff. */
    @AfterEach
    void nobodyIsLinked() throws SQLException {
        records.run("UPDATE clinician SET staff_user_id = NULL WHERE staff_user_id IS NOT NULL");
    }

    @Test
    void whatNobodyConfirmsCountsAtOnceAndEndsAfterADayOnRecord() throws SQLException {
        var report = report("58410-2", "LAB", "final", Instant.now());
        var hold = hold(done(act(ROI_REVIEWER, report, "hold", hold())));
        assertThat(mine()).isEmpty();
        assertThat(hold.endsAt())
                .isCloseTo(hold.placedAt().plus(Duration.ofDays(1)), within(9, ChronoUnit.SECONDS));
        assertThat(confirmation(hold).state()).isEqualTo(State.NOBODY_CAN);
        assertThat(confirmation(hold).wishedEnd()).isAfter(hold.endsAt());
        refusal(act(CLINICIAN, report, "confirm-hold", null), 403);

        records.run(
                "UPDATE result_hold SET review_at = placed_at, ends_at = clock_timestamp() WHERE id = ?",
                hold.id());
        assertThat(mine()).hasSize(1);
        rounds.round().block();
        assertThat(
                        records.text(
                                "SELECT reason FROM audit_event WHERE act = 'RESULT_HOLD_ENDED' AND object_id = ?",
                                report.toString()))
                .isEqualTo("UNCONFIRMED");
        refusal(act(CLINICIAN, report, "confirm-hold", null), 409);
    }

    @Test
    void itsDeterminerSeesItAmongTheirsAndConfirmsItOnce() throws SQLException {
        determiner = clinician("Somebody", "Else", staff(CLINICIAN));
        var report = report("58410-2", "LAB", "final", Instant.now());
        var held = hold(done(act(ROI_REVIEWER, report, "hold", hold())));
        assertThat(confirmation(held).state()).isEqualTo(State.AWAITED);
        assertThat(toConfirm(CLINICIAN)).contains(held.id());
        assertThat(toConfirm(ROI_REVIEWER)).doesNotContain(held.id());
        refusal(act(ROI_REVIEWER, report, "confirm-hold", null), 403);

        var confirmed = hold(done(act(CLINICIAN, report, "confirm-hold", null)));
        assertThat(confirmation(confirmed).state()).isEqualTo(State.CONFIRMED);
        assertThat(confirmed.endsAt()).isEqualTo(confirmation(held).wishedEnd());
        assertThat(toConfirm(CLINICIAN)).doesNotContain(held.id());
        refusal(act(CLINICIAN, report, "confirm-hold", null), 409);
        var problem = refusal(act(CLINICIAN, report, "review-hold", UPHELD), 403);
        assertThat(problem.detail()).contains("REVIEWER_IS_ANOTHER");
    }

    @Test
    void theOneWhoReviewsIsComparedAsAPersonWhereTheDirectoryKnowsThem() throws SQLException {
        determiner = clinician("Elena", "Marchetti", UUID.randomUUID());
        var report = report("58410-2", "LAB", "final", Instant.now());
        done(act(ROI_REVIEWER, report, "hold", hold()));
        assertThat(hold(done(act(CLINICIAN, report, "review-hold", UPHELD))).review()).isNotNull();
    }

    @Test
    void whoWasTheDeterminerWhenItWasPlacedReviewsItNeither() throws SQLException {
        determiner = clinician("Somebody", "Else", staff(CLINICIAN));
        var report = report("58410-2", "LAB", "final", Instant.now());
        done(act(ROI_REVIEWER, report, "hold", hold()));
        nobodyIsLinked();
        refusal(act(CLINICIAN, report, "review-hold", UPHELD), 403);
        refusal(act(CLINICIAN, report, "confirm-hold", null), 403);
    }

    @Test
    void whoPlacesTheirOwnHoldHasConfirmedItAndOtherBasesNeedNone() throws SQLException {
        determiner = clinician("Placed", "Herself", staff(ROI_REVIEWER));
        var report = report("58410-2", "LAB", "final", Instant.now());
        var own = hold(done(act(ROI_REVIEWER, report, "hold", hold())));
        assertThat(confirmation(own).state()).isEqualTo(State.CONFIRMED);
        assertThat(own.endsAt()).isEqualTo(confirmation(own).wishedEnd());

        done(act(ROI_REVIEWER, report, "end-hold", Map.of()));
        var privacy = hold();
        privacy.put("basis", "PRIVACY");
        privacy.remove("harmType");
        var other = done(act(ROI_REVIEWER, report, "hold", privacy));
        assertThat(other.state()).isEqualTo(ReleaseState.HELD);
        assertThat(hold(other).confirmation()).isNull();
        refusal(act(CLINICIAN, report, "confirm-hold", null), 409);
    }

    @Test
    void namesThatCouldBeOnePersonsAreTakenForOne() throws SQLException {
        var wrong =
                records.texts(
                        """
                        SELECT one || ' / ' || other
                        FROM (VALUES
                            ('Elena Marchetti', 'E. Marchetti, MD', true), ('Elena Marchetti', 'E. Marchetti, M.D.', true),
                            ('Elena Marchetti', 'MARCHETTI, Elena', true), ('Elena Marchetti', 'Dr. Éléna Marchetti', true),
                            ('Elena Marchetti', 'Elena Sofia Marchetti', true), ('Elena Marchetti', 'Marchetti', true),
                            ('Elena S. Marchetti', 'E. Sofia Marchetti PhD', true), ('Elena Marchetti', 'Dr.', true),
                            ('Jürgen Weiß', 'J. Weiss', true), ('Sam Ferreira', 'Samuel Ferreira, PA-C', true),
                            ('Søren Møller', 'Soren Moller', true), ('Elena Marchetti', 'Elena Marchetti-Rossi', true),
                            ('Elena Marchetti', 'Zora Unknown', false), ('Elena Marchetti', 'Elena Rossi', false),
                            ('Elena Marchetti', 'S. Marchetti', false), ('John Adams', 'J. Smith', false)
                        ) AS pairs(one, other, same)
                        WHERE could_be_one_person(one, other) <> same OR could_be_one_person(other, one) <> same
                        """);
        assertThat(wrong).isEmpty();
    }

    private List<UUID> toConfirm(StaffRole role) {
        return body(
                        as(role).get()
                                .uri("/api/holds?toConfirm=true&limit=200")
                                .exchange()
                                .expectStatus()
                                .isOk(),
                        Holds.class)
                .items()
                .stream()
                .map(ResultHold::id)
                .toList();
    }

    private UUID staff(StaffRole role) {
        return UUID.fromString(body(as(role).get().uri("/api/me").exchange(), Me.class).id());
    }

    private static ResultHold hold(Result result) {
        return Objects.requireNonNull(result.hold());
    }

    private static ResultHold.Confirmation confirmation(ResultHold hold) {
        return Objects.requireNonNull(hold.confirmation());
    }
}
