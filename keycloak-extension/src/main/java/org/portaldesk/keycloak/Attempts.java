package org.portaldesk.keycloak;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.keycloak.models.KeycloakSession;

/**
 * Passwords that are being looked at. They count like failures until it is known that they are
 * none: otherwise a hundred could be tried at once before the first one counts.
 */
final class Attempts {

    private static final String ANSWER = "portal-desk.refused.";

    private final Map<Pair, Integer> underWay = new ConcurrentHashMap<>();

    /** Keycloak asks more than once in a request; it gets the first answer again. */
    static Optional<Boolean> known(KeycloakSession session, String user) {
        return Optional.ofNullable(session.getAttribute(ANSWER + user, Boolean.class));
    }

    static void keep(KeycloakSession session, String user, boolean refused) {
        session.setAttribute(ANSWER + user, refused);
    }

    /** Until the request ends, if there are tries left. */
    boolean begin(KeycloakSession session, Pair pair, int triesLeft) {
        var begun = new AtomicBoolean();
        underWay.compute(
                pair,
                (same, others) -> {
                    var before = others == null ? 0 : others;
                    begun.set(before < triesLeft);
                    return begun.get() ? Integer.valueOf(before + 1) : others;
                });
        if (begun.get()) {
            releaseAfter(session, pair);
        }
        return begun.get();
    }

    void hold(Pair pair) {
        underWay.merge(pair, 1, Integer::sum);
    }

    void releaseAfter(KeycloakSession session, Pair pair) {
        session.getTransactionManager().enlistAfterCompletion(new Ending(() -> release(pair)));
    }

    private void release(Pair pair) {
        underWay.computeIfPresent(pair, (same, count) -> count == 1 ? null : count - 1);
    }
}
