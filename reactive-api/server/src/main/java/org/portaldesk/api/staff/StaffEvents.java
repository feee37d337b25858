package org.portaldesk.api.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.portaldesk.api.staff.keycloak.AdminEvent;
import org.portaldesk.api.staff.keycloak.SignInEvent;
import org.portaldesk.api.staff.keycloak.StaffRealm;
import org.portaldesk.api.staff.model.StaffEvent;
import org.portaldesk.api.staff.model.StaffStream;
import org.portaldesk.api.staff.store.StaffEventRows;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Brings sign-ins of staff, and what was done to their accounts, from Keycloak onto the record:
 * each once, whatever breaks off in between and however long.
 *
 * @see "docs/decisions/0119-staff-on-the-record.md"
 */
@Component
class StaffEvents {

    /**
     * Keycloak shows an event when its transaction ends, which may be after later ones are read.
     */
    private static final Duration LATE = Duration.ofMinutes(5);

    private static final int PAGE = 100;

    private final StaffRealm realm;
    private final StaffEventRows rows;

    StaffEvents(StaffRealm realm, StaffEventRows rows) {
        this.realm = realm;
        this.rows = rows;
    }

    /** A place in a stream: events from this millisecond on, without the first few. */
    private record Place(long from, int first) {}

    /**
     * @param last when the last one of the page happened, in milliseconds
     */
    private record Page(Place at, List<StaffEvent> events, long last) {

        boolean isFull() {
            return events.size() >= PAGE;
        }

        /** Goes on where it ended, that millisecond once more: it may have others. */
        Place next() {
            return last > at.from ? new Place(last, 0) : new Place(at.from, at.first + PAGE);
        }
    }

    private interface Reading {
        Mono<Page> at(Place place);
    }

    /**
     * One round over both streams.
     *
     * @param apart how much time lies between two rounds at least, of all instances together
     */
    Mono<Void> read(Duration apart) {
        return Mono.whenDelayError(
                read(StaffStream.SIGN_INS, apart, this::signIns),
                read(StaffStream.CHANGES, apart, this::changes));
    }

    private Mono<Void> read(StaffStream stream, Duration apart, Reading reading) {
        return rows.begin(stream, apart)
                .map(upTo -> new Place(upTo.minus(LATE).toEpochMilli(), 0))
                .flatMap(place -> keep(stream, reading, place))
                .expand(page -> page.isFull() ? keep(stream, reading, page.next()) : Mono.empty())
                .then();
    }

    /** On record before the next page is asked for, so that what breaks off there is not lost. */
    private Mono<Page> keep(StaffStream stream, Reading reading, Place place) {
        return reading.at(place).flatMap(page -> keep(stream, page).thenReturn(page));
    }

    private Mono<Long> keep(StaffStream stream, Page page) {
        return page.events.isEmpty()
                ? Mono.just(0L)
                : rows.keep(stream, page.events, Instant.ofEpochMilli(page.last));
    }

    private Mono<Page> signIns(Place place) {
        return realm.signIns(SignInWords.TYPES, place.from, place.first, PAGE)
                .map(told -> page(place, told, SignInWords::of, SignInEvent::time));
    }

    private Mono<Page> changes(Place place) {
        return realm.changes(ChangeWords.TYPES, place.from, place.first, PAGE)
                .map(told -> page(place, told, ChangeWords::of, AdminEvent::time));
    }

    private static <T> Page page(
            Place place, List<T> told, Function<T, StaffEvent> words, ToLongFunction<T> time) {
        var last = told.stream().mapToLong(time).max().orElse(place.from);
        return new Page(place, told.stream().map(words).toList(), last);
    }
}
