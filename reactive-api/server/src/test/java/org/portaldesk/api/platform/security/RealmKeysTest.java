package org.portaldesk.api.platform.security;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portaldesk.api.platform.security.FakeKeycloak.Mood;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Flux;

/** What stands in a token of a realm whose keys come and go; time is told by the test. */
class RealmKeysTest {

    /** What a caller waits for at most, with something to spare on a busy machine. */
    private static final Duration QUICKLY = KeyEndpoint.PATIENCE.plusSeconds(2);

    private volatile Duration uptime = Duration.ZERO;
    private final FakeKeycloak keycloak = new FakeKeycloak().publishing("first");
    private final ReactiveJwtDecoder tokens = Tokens.of(keycloak.settings(), "staff", () -> uptime);

    @AfterEach
    void close() {
        keycloak.close();
    }

    @Test
    void aThousandTokensOfAKnownKeyAskOnce() {
        var token = keycloak.token("first");
        assertThat(Flux.range(0, 1_000).flatMap(_ -> tokens.decode(token)).count().block(QUICKLY))
                .isEqualTo(1_000);
        assertThat(keycloak.asked()).isEqualTo(1);
    }

    @Test
    void aKeyThatKeycloakWithdrawsIsBelievedForFiveMinutesAtMost() {
        passes("first");
        keycloak.publishing("second");

        after(RealmKeys.FRESH.minus(ofMillis(1)));
        passes("first");
        after(ofMillis(1));
        isRefused("first");
        passes("second");
    }

    @Test
    void aNewKeyWorksAtOnceWhereNobodyCameWithAnUnknownOneBefore() {
        passes("first");
        after(RealmKeys.BETWEEN_UNKNOWN);
        keycloak.publishing("first", "second");
        passes("second");
        passes("first");
    }

    @Test
    void unknownKeysAreAskedForOnceAMinuteHoweverManyCome() {
        passes("first");
        after(RealmKeys.BETWEEN_UNKNOWN);
        IntStream.range(0, 50).forEach(_ -> isRefused("made-up"));
        assertThat(keycloak.asked()).isEqualTo(2);

        keycloak.publishing("first", "second");
        after(RealmKeys.BETWEEN_UNKNOWN.minus(ofMillis(1)));
        isRefused("second");
        after(ofMillis(1));
        passes("second");
        assertThat(keycloak.asked()).isEqualTo(3);
    }

    @Test
    void unknownKeysDoNotKeepAWithdrawnOneAlive() {
        passes("first");
        keycloak.publishing("second");
        after(RealmKeys.BETWEEN_UNKNOWN);
        isRefused("made-up");
        isRefused("first");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WORKING")
    void withoutAnyKeysTheAnswerIsNotNowAndSoon(Mood away) {
        keycloak.being(away);
        isNotNow("first", QUICKLY);
        isNotNow("first", ofMillis(500));
        assertThat(keycloak.asked()).isEqualTo(1);

        keycloak.being(Mood.WORKING);
        after(RealmKeys.BETWEEN_FAILURES);
        passes("first");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WORKING")
    void knownKeysWorkForTenMinutesWhileKeycloakIsAwayAndNoLonger(Mood away) {
        passes("first");
        keycloak.being(away);

        after(RealmKeys.FRESH);
        passes("first");
        after(RealmKeys.USABLE.minus(RealmKeys.FRESH).minus(ofMillis(1)));
        passes("first");
        after(ofMillis(1));
        isNotNow("first", QUICKLY);
        after(RealmKeys.BETWEEN_FAILURES);
        isNotNow("first", QUICKLY);
    }

    @Test
    void anUnknownKeyIsNotCalledWrongWhileKeycloakIsAway() {
        passes("first");
        keycloak.being(Mood.SILENT);
        after(RealmKeys.BETWEEN_UNKNOWN);
        isNotNow("second", QUICKLY);
        passes("first");
    }

    @Test
    void aKeycloakThatIsGoneIsKnockedAtEveryFiveSeconds() {
        passes("first");
        keycloak.being(Mood.REFUSING);
        after(RealmKeys.FRESH);
        for (int second = 0; second < 10; second++) {
            IntStream.range(0, 20).forEach(_ -> passes("first"));
            after(ofSeconds(1));
        }
        assertThat(keycloak.asked()).isEqualTo(3);
    }

    @Test
    void aClosedDoorIsAwayToo() {
        keycloak.close();
        isNotNow("first", QUICKLY);
    }

    private void after(Duration time) {
        uptime = uptime.plus(time);
    }

    private void passes(String key) {
        assertThat(tokens.decode(keycloak.token(key)).block(QUICKLY)).isNotNull();
    }

    private void isRefused(String key) {
        assertThatExceptionOfType(BadJwtException.class)
                .isThrownBy(() -> tokens.decode(keycloak.token(key)).block(QUICKLY));
    }

    private void isNotNow(String key, Duration within) {
        var token = keycloak.token(key);
        assertThatExceptionOfType(AuthenticationServiceException.class)
                .isThrownBy(() -> tokens.decode(token).block(within));
    }
}
