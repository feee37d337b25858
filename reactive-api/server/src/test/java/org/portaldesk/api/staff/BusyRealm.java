package org.portaldesk.api.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.portaldesk.api.staff.keycloak.AdminEvent;
import org.portaldesk.api.staff.keycloak.SignInEvent;
import org.portaldesk.api.staff.keycloak.StaffRealm;
import org.portaldesk.api.staff.store.StaffEventRows;
import reactor.core.publisher.Mono;

/**
 * A Keycloak in its worst hour: many events in one millisecond, told in any order, some shown only
 * minutes after later ones, and every fourth call without an answer.
 */
final class BusyRealm implements StaffRealm {

    private static final int OF_ONE_MOMENT = 7;

    /** How many calls it takes until those are shown whose transactions end late. */
    private static final int LATE = 30;

    private static final int QUIET_FROM = 100;

    private final Random chance = new Random(18);
    private final String name = "busy" + System.nanoTime();
    private final List<SignInEvent> events = new ArrayList<>();
    private int calls;
    private int failures;

    BusyRealm(int events, Duration within) {
        var step = within.toMillis() / events;
        var end = Instant.now().toEpochMilli();
        for (var number = 0; number < events; number++) {
            var moment = end - step * (number - number % OF_ONE_MOMENT);
            this.events.add(event(number, moment));
        }
    }

    String name() {
        return name;
    }

    int failures() {
        return failures;
    }

    synchronized boolean isQuiet() {
        return calls > QUIET_FROM;
    }

    StaffEvents instance(StaffEventRows rows) {
        return new StaffEvents(this, rows);
    }

    private SignInEvent event(int number, long moment) {
        return new SignInEvent(
                name + "-" + number,
                moment,
                "LOGIN",
                "admin-ui",
                name,
                "192.0.2.7",
                null,
                Map.of("username", "busy"));
    }

    @Override
    public Mono<List<SignInEvent>> signIns(List<String> type, long dateFrom, int first, int max) {
        return Mono.defer(() -> answer(dateFrom, first, max));
    }

    private synchronized Mono<List<SignInEvent>> answer(long from, int first, int max) {
        calls++;
        if (calls % 4 == 0) {
            failures++;
            return Mono.error(new IllegalStateException("no answer"));
        }
        var shown = new ArrayList<>(events.stream().filter(event -> isShown(event, from)).toList());
        Collections.shuffle(shown, chance);
        shown.sort(Comparator.comparing(SignInEvent::time));
        return Mono.just(shown.stream().skip(first).limit(max).toList());
    }

    /** The newest two minutes are shown late. */
    private boolean isShown(SignInEvent event, long from) {
        var late = event.time() > events.getFirst().time() - 120_000 && event.id().endsWith("3");
        return event.time() >= from && (!late || calls > LATE);
    }

    @Override
    public Mono<List<AdminEvent>> changes(
            List<String> resourceTypes, long dateFrom, int first, int max) {
        return Mono.just(List.of());
    }
}
