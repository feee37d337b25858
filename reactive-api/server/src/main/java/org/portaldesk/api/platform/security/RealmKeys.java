package org.portaldesk.api.platform.security;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The keys of one realm. They are read again after five minutes, so that a key that Keycloak
 * withdraws is believed no longer, and once a minute at most for a key that nobody knows. While
 * Keycloak is away, what was read last is believed for five minutes more; then nobody is let in.
 *
 * @see "docs/decisions/0111-keys-rights-and-tokens.md"
 */
final class RealmKeys {

    static final Duration FRESH = Duration.ofMinutes(5);
    static final Duration USABLE = Duration.ofMinutes(10);
    static final Duration BETWEEN_UNKNOWN = Duration.ofMinutes(1);
    static final Duration BETWEEN_FAILURES = Duration.ofSeconds(5);

    /**
     * @param since when the asking began: a key may be withdrawn while the answer is on its way
     */
    private record Held(JWKSet keys, Duration since) {

        boolean younger(Duration age, Duration now) {
            return now.minus(since).compareTo(age) < 0;
        }

        boolean knows(@Nullable String id) {
            return id == null || keys.getKeyByKeyId(id) != null;
        }
    }

    /** Whoever needs the keys while a reading is under way waits for the same one. */
    private record Reading(Duration began, Mono<JWKSet> answer) {}

    private final Mono<JWKSet> keycloak;
    private final Supplier<Duration> uptime;
    private final AtomicReference<@Nullable Held> held = new AtomicReference<>();
    private final AtomicReference<@Nullable Reading> reading = new AtomicReference<>();

    /**
     * @param uptime never goes back, whatever happens to the clock on the wall
     */
    RealmKeys(Mono<JWKSet> keycloak, Supplier<Duration> uptime) {
        this.keycloak = keycloak;
        this.uptime = uptime;
    }

    /** The keys by which a token is judged; an error where they cannot be known now. */
    Flux<JWK> judging(SignedJWT token) {
        return Mono.defer(() -> known(token.getHeader().getKeyID(), uptime.get()))
                .flatMapIterable(JWKSet::getKeys);
    }

    private Mono<JWKSet> known(@Nullable String id, Duration now) {
        var present = held.get();
        if (present == null || !present.younger(FRESH, now)) {
            return read(BETWEEN_FAILURES, now).onErrorResume(away -> kept(id, now, away));
        }
        return present.knows(id) ? Mono.just(present.keys()) : read(BETWEEN_UNKNOWN, now);
    }

    /** What was read earlier, while Keycloak does not say anything newer. */
    private Mono<JWKSet> kept(@Nullable String id, Duration now, Throwable away) {
        var present = held.get();
        return present != null && present.younger(USABLE, now) && present.knows(id)
                ? Mono.just(present.keys())
                : Mono.error(away);
    }

    private Mono<JWKSet> read(Duration pause, Duration now) {
        return reading.updateAndGet(
                        last ->
                                last != null && now.minus(last.began).compareTo(pause) < 0
                                        ? last
                                        : new Reading(now, ask(now)))
                .answer();
    }

    private Mono<JWKSet> ask(Duration now) {
        return keycloak.doOnNext(keys -> held.set(new Held(keys, now)))
                .onErrorMap(away -> new AuthenticationServiceException("The keys are away", away))
                .cache();
    }
}
