package org.portaldesk.api.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portaldesk.contract.identity.StaffRole.ROI_REVIEWER;
import static org.portaldesk.contract.identity.StaffRole.SUPERVISOR;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portaldesk.contract.Headers;
import org.portaldesk.contract.work.Onlookers;
import org.portaldesk.contract.work.Onlookers.Onlooker;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The queue as it is asked for again and again, and who else looks at a request. */
class ProxyQueueIT extends ProxyIT {

    private WebTestClient.ResponseSpec list(
            WebTestClient client, String query, @Nullable String seen) {
        var get = client.get().uri("/api/proxy-requests?limit=200" + query);
        return (seen == null ? get : get.header(Headers.IF_NONE_MATCH, seen)).exchange();
    }

    private static String tag(WebTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(
                answer.expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseHeaders()
                        .getETag());
    }

    private int timesListed() throws SQLException {
        return records.texts("SELECT id FROM audit_event WHERE act = 'PROXY_REQUESTS_LISTED'")
                .size();
    }

    @Test
    void whatHasBeenSeenIsNotShownAgainAndNotOnRecordAgain() throws SQLException {
        var request = minors(records.born(aged(7, 10)));
        var reviewer = as(ROI_REVIEWER);
        var seen = tag(list(reviewer, "", null));
        var onRecord = timesListed();

        list(reviewer, "", seen).expectStatus().isNotModified().expectBody().isEmpty();
        assertThat(timesListed()).isEqualTo(onRecord);

        act(request.id(), "claim", null).expectStatus().isOk();
        assertThat(tag(list(reviewer, "", seen))).isNotEqualTo(seen);
        assertThat(timesListed()).isEqualTo(onRecord + 1);
    }

    @Test
    void aClaimThatRunsOutChangesTheQueueWithoutAChangeOfItsRow() throws SQLException {
        var request = minors(records.born(aged(7, 10)));
        var reviewer = as(ROI_REVIEWER);
        act(request.id(), "claim", null).expectStatus().isOk();
        var mine = tag(list(reviewer, "&mine=true", null));
        var all = tag(list(reviewer, "", null));
        records.run(
                "UPDATE proxy_request SET claimed_at = claimed_at - interval '20 minutes', claimed_until = statement_timestamp() - interval '1 second' WHERE id = ?",
                request.id());

        assertThat(tag(list(reviewer, "", all))).isNotEqualTo(all);
        assertThat(tag(list(reviewer, "&mine=true", mine))).isNotEqualTo(mine);
    }

    @Test
    void anEmptyPartIsToldOnceToo() throws SQLException {
        records.run(
                "UPDATE proxy_request SET claimed_until = statement_timestamp() WHERE claimed_until > statement_timestamp()");
        var supervisor = as(SUPERVISOR);
        var answer = list(supervisor, "&mine=true", null);
        var seen = tag(answer);
        var onRecord = timesListed();

        list(supervisor, "&mine=true", seen).expectStatus().isNotModified();
        assertThat(timesListed()).isEqualTo(onRecord);
    }

    @Test
    void whoElseLooksIsToldWhileTheyLook() throws SQLException {
        var request = minors(records.born(aged(7, 10)));
        assertThat(look(as(ROI_REVIEWER), request.id())).isEmpty();
        assertThat(look(as(ROI_REVIEWER), request.id())).isEmpty();
        var other = look(secondReviewer(), request.id());
        assertThat(other).hasSize(1);
        assertThat(look(as(ROI_REVIEWER), request.id()))
                .singleElement()
                .matches(one -> !one.by().equals(other.getFirst().by()));

        records.run(
                "UPDATE work_presence SET seen_at = seen_at - interval '16 seconds' WHERE item_id = ?",
                request.id());
        assertThat(look(secondReviewer(), request.id())).isEmpty();
        assertThat(look(as(ROI_REVIEWER), request.id()).getFirst().since())
                .isAfter(other.getFirst().since());
    }

    @Test
    void lookingReservesNothingAndIsNoActOnRecord() throws SQLException {
        var request = minors(records.born(aged(7, 10)));
        var before = onRecord(request.id());
        look(secondReviewer(), request.id());
        assertThat(onRecord(request.id())).isEqualTo(before);
        act(request.id(), "claim", null).expectStatus().isOk();
        refusal(act(as(ROI_REVIEWER), new UUID(4, 4), "look", null), 404);
    }

    private List<String> onRecord(UUID id) throws SQLException {
        return records.texts("SELECT act FROM audit_event WHERE object_id = ?::text", id);
    }

    private static List<Onlooker> look(WebTestClient client, UUID id) {
        return body(act(client, id, "look", null).expectStatus().isOk(), Onlookers.class).others();
    }
}
