package org.portaldesk.api.request;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.idempotency.Idempotency;
import org.portaldesk.api.platform.idempotency.Kept;
import org.portaldesk.api.policy.Policy;
import org.portaldesk.api.policy.Setting;
import org.portaldesk.api.policy.Settings;
import org.portaldesk.api.request.model.Promise;
import org.portaldesk.api.request.store.RequestRows;
import org.portaldesk.api.request.store.RequestRows.Incoming;
import org.portaldesk.api.request.store.RequestRows.Recent;
import org.portaldesk.api.work.BusinessCalendar;
import org.portaldesk.api.work.WorkCalendars;
import org.portaldesk.api.work.WorkQueue;
import org.portaldesk.contract.portal.PortalCodeRequestApi.Received;
import org.portaldesk.contract.portal.RequestCode;
import org.portaldesk.contract.request.RequestSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Takes requests in. Looks at no patient, so nothing in the answer, nor its time, can tell whether
 * there is one.
 *
 * @see "docs/decisions/0043-code-requests.md"
 */
@Component
public class Submissions {

    private static final Setting<Integer> PER_ADDRESS =
            Setting.number("code-request.per-address-and-hour", 20, 1, 10_000);
    private static final Setting<Integer> OVERALL =
            Setting.number("code-request.per-hour", 1_000, 1, 100_000);

    private static final int WIDE = 10;

    /**
     * When the whole form is busy, only networks that have sent nothing yet are heard: somebody
     * else's requests may be old sooner than one's own.
     */
    private static final Duration BUSY = Duration.ofMinutes(5);

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("es"));

    /** Two references alike: one in a million requests. */
    private static final Retry ANOTHER_REFERENCE =
            Retry.max(1).filter(DuplicateKeyException.class::isInstance);

    private final RequestRows rows;
    private final Idempotency idempotency;
    private final Policy policy;
    private final BusinessCalendar calendar;

    Submissions(RequestRows rows, Idempotency idempotency, Policy policy, WorkCalendars calendars) {
        this.rows = rows;
        this.idempotency = idempotency;
        this.policy = policy;
        this.calendar = calendars.of(WorkQueue.SUPPORT_LINE);
    }

    /**
     * Takes one in.
     *
     * @param acceptLanguage the header, from which the language of the answer comes
     */
    public Mono<Submission> submit(
            Caller caller, RequestCode said, @Nullable String acceptLanguage) {
        var language = language(acceptLanguage);
        return policy.inForce()
                .flatMap(
                        settings ->
                                rows.recent(caller.address(), settings.get(OVERALL))
                                        .flatMap(
                                                recent ->
                                                        admit(
                                                                caller, said, language, recent,
                                                                settings)))
                .retryWhen(ANOTHER_REFERENCE);
    }

    /**
     * Takes one in that an agent hears on the phone. Whom staff speak with is not throttled.
     *
     * @param key the agent's idempotency key, if there is one
     */
    public Mono<Received> take(
            Caller caller,
            RequestCode said,
            @Nullable String acceptLanguage,
            @Nullable String key) {
        var language = language(acceptLanguage);
        return idempotency
                .once(
                        caller,
                        key,
                        "code-request:take",
                        said,
                        Received.class,
                        kept ->
                                rows.recent(caller.address(), 1)
                                        .flatMap(
                                                recent ->
                                                        submit(
                                                                caller,
                                                                said,
                                                                language,
                                                                recent,
                                                                RequestSource.PHONE,
                                                                kept)))
                .retryWhen(ANOTHER_REFERENCE);
    }

    private Mono<Submission> admit(
            Caller caller, RequestCode said, String language, Recent recent, Settings settings) {
        if (isOverBudget(recent, settings.get(PER_ADDRESS))) {
            return Mono.just(new Submission.TooMany(recent.retryAfter()));
        }
        if (recent.overall() >= settings.get(OVERALL) && recent.theirs() > 0) {
            return Mono.just(new Submission.TooMany(BUSY));
        }
        return idempotency
                .once(
                        caller,
                        null,
                        "code-request:submit",
                        said,
                        Received.class,
                        kept -> submit(caller, said, language, recent, RequestSource.PORTAL, kept))
                .map(received -> new Submission.Received(received.reference()));
    }

    /** A named network has its own; an IPv6 /48 that of ten networks. */
    private static boolean isOverBudget(Recent recent, int perNetwork) {
        var budget = recent.budget();
        return budget == null
                ? recent.theirs() >= perNetwork || recent.wide() >= WIDE * perNetwork
                : recent.named() >= budget;
    }

    private Mono<Received> submit(
            Caller caller,
            RequestCode said,
            String language,
            Recent recent,
            RequestSource source,
            Kept kept) {
        var promise = Promise.to(recent.moment(), calendar);
        var received = new Received(recent.reference());
        var incoming =
                new Incoming(said, language, source, recent, promise, kept.parameters(received));
        return rows.submit(caller, incoming).thenReturn(received);
    }

    private static String language(@Nullable String header) {
        try {
            var wanted = Locale.LanguageRange.parse(header == null ? "en" : header);
            var best = Locale.lookup(wanted, LANGUAGES);
            return best == null ? "en" : best.getLanguage();
        } catch (IllegalArgumentException notAHeader) {
            return "en";
        }
    }
}
