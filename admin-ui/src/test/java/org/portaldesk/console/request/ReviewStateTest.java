package org.portaldesk.console.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.Requests;
import org.portaldesk.console.fake.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class ReviewStateTest extends ScreenTest {

    @Autowired private Requests requests;
    @Autowired private ApplicationContext beans;
    private ReviewState state;
    private QueueState queue;

    @BeforeEach
    void freshRequests() {
        requests.reset();
        state = beans.getBean(ReviewState.class);
        queue = beans.getBean(QueueState.class);
    }

    private void open(UUID id) {
        state.review().open(id, queue::put);
    }

    private Instant until() {
        var claim = state.review().request().value().orElseThrow().claim();
        return Objects.requireNonNull(claim).until();
    }

    @Test
    void claimIsRenewedWhileTheReviewerWorks() {
        requests.mine(Requests.ADAN, 9);
        open(Requests.ADAN);
        state.review().working(Instant.now());
        assertThat(desk.asked()).contains("claim");
        assertThat(until()).isAfter(Instant.now().plus(Duration.ofMinutes(14)));
    }

    @Test
    void freshClaimIsLeftAlone() {
        requests.mine(Requests.ADAN, 12);
        open(Requests.ADAN);
        state.review().working(Instant.now());
        assertThat(desk.asked()).doesNotContain("claim");
    }

    @Test
    void claimThatHasRunOutIsNotTakenSecretly() {
        requests.mine(Requests.ADAN, -1);
        open(Requests.ADAN);
        state.review().working(Instant.now());
        assertThat(desk.asked()).doesNotContain("claim");
    }

    @Test
    void claimOfAnotherIsNotTaken() {
        open(Requests.KAIS);
        state.review().working(Instant.now());
        assertThat(desk.asked()).doesNotContain("claim");
    }

    @Test
    void requestThatChangedIsShownInTheQueueToo() {
        queue.go(new QueueState.Place(Shown.OPEN, Requests.ADAN));
        open(Requests.ADAN);
        state.review().claim();
        assertThat(queue.queue().items())
                .filteredOn(row -> row.id().equals(Requests.ADAN))
                .singleElement()
                .satisfies(row -> assertThat(row.claim()).isNotNull());
    }

    @Test
    void nextIsTheSoonestDueThatNobodyElseHas() {
        queue.go(new QueueState.Place(Shown.OPEN, Requests.MARCELA));
        assertThat(queue.next()).contains(Requests.ADAN);
    }
}
