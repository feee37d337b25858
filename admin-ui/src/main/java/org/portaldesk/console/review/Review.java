package org.portaldesk.console.review;

import com.vaadin.flow.signals.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.Latest;
import org.portaldesk.console.gateway.Live;
import org.portaldesk.console.gateway.Pulse;
import org.portaldesk.contract.Versioned;
import org.portaldesk.contract.request.CodeRequestItem.Claim;
import org.portaldesk.contract.work.Onlookers;
import reactor.core.publisher.Mono;

/**
 * One request under review, and what its reviewer does with it. Each act names the version that was
 * seen; one that met a conflict has the request read again, which tells who was faster.
 *
 * @param <T> the request
 */
public final class Review<T extends Versioned> {

    /** A claim lasts 15 minutes; it is renewed once a third of that is gone. */
    private static final Duration RENEWED_BELOW = Duration.ofMinutes(10);

    /** A mark that somebody looks lasts 15 seconds. */
    private static final Duration LOOKING = Duration.ofSeconds(5);

    /** An act of the API on a request as it was seen. */
    @FunctionalInterface
    public interface Step<T> {
        Mono<T> on(UUID id, @Nullable String version);
    }

    /**
     * What the API offers for one kind of request.
     *
     * @param held who has it
     * @param conflict who was faster, in words
     */
    public record Source<T>(
            Function<UUID, Mono<T>> get,
            Step<T> claim,
            Step<T> release,
            Function<UUID, Mono<Onlookers>> look,
            Function<T, Optional<Claim>> held,
            Function<T, String> conflict) {}

    private final Source<T> source;
    private final Latest<T> request;
    private final Latest<T> present;
    private final Act<T> step;
    private final Act<T> decision;
    private final Act<T> renewal;
    private final Live<Onlookers> onlookers;
    private final Pulse looking = new Pulse(LOOKING, this::look);
    private final Consumer<T> first;
    private volatile UUID id = new UUID(0, 0);
    private Consumer<T> changed = _ -> {};

    public Review(Source<T> source, Calls calls) {
        this(source, calls, _ -> {});
    }

    /**
     * @param first hears of each state of the request before it is shown
     */
    public Review(Source<T> source, Calls calls, Consumer<T> first) {
        this.source = source;
        this.first = first;
        this.request = new Latest<>(calls);
        this.present = new Latest<>(calls);
        this.step = new Act<>(calls);
        this.decision = new Act<>(calls);
        this.renewal = new Act<>(calls);
        this.onlookers = new Live<>(calls);
    }

    /**
     * Reads the request; a review is of only one.
     *
     * @param changed hears of each change, on a thread of its own
     */
    public void open(UUID id, Consumer<T> changed) {
        this.id = id;
        this.changed = changed;
        reload();
    }

    public void reload() {
        request.load(source.get().apply(id).doOnNext(first));
    }

    public void claim() {
        step(source.claim());
    }

    public void release() {
        step(source.release());
    }

    /** Does what is done with one key. */
    public void step(Step<T> how) {
        begin(step, how);
    }

    /** Does what is decided in a dialog. */
    public void decide(Step<T> how) {
        begin(decision, how);
    }

    /** The reviewer is at work: a claim of theirs that has run for a while is renewed. */
    public void working(Instant now) {
        request.value()
                .flatMap(source.held())
                .filter(claim -> claim.mine() && claim.until().isAfter(now))
                .filter(claim -> claim.until().isBefore(now.plus(RENEWED_BELOW)))
                .ifPresent(_ -> renewal.start(source.claim().on(id, null).doOnNext(this::show)));
    }

    /** Shows the request as it was found after a conflict. */
    public void acceptPresent() {
        present.value().ifPresentOrElse(this::show, this::reload);
        step.reset();
        decision.reset();
    }

    /** Shows the request as it is after an act. */
    public void show(T now) {
        first.accept(now);
        request.show(now);
        changed.accept(now);
    }

    /** The request is on a screen in sight: others are told so, and who they are is asked. */
    void watch() {
        looking.start();
    }

    void leave() {
        looking.stop();
        onlookers.stop();
    }

    private void look() {
        onlookers.ask(source.look().apply(id));
    }

    /** Who else looks at the request. */
    Signal<Live.State<Onlookers>> onlookers() {
        return onlookers.signal();
    }

    public UUID id() {
        return id;
    }

    public Latest<T> request() {
        return request;
    }

    /** The request as it is now, once an act met a conflict: it tells who was faster. */
    Latest<T> present() {
        return present;
    }

    String conflict(T now) {
        return source.conflict().apply(now);
    }

    /** Claiming, giving back and going on: what is done with one key. */
    public Act<T> step() {
        return step;
    }

    /** What is decided in a dialog. */
    public Act<T> decision() {
        return decision;
    }

    private void begin(Act<T> act, Step<T> how) {
        request.value()
                .ifPresent(
                        known ->
                                act.start(
                                        how.on(id, "\"" + known.version() + "\"")
                                                .doOnNext(this::show)
                                                .doOnError(this::askWhoWasFaster)));
    }

    private void askWhoWasFaster(Throwable error) {
        if (Conflict.is(ApiFailure.of(error))) {
            present.load(source.get().apply(id));
        }
    }
}
