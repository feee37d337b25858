package org.portaldesk.console.request;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.Latest;
import org.portaldesk.contract.request.AskReason;
import org.portaldesk.contract.request.CodeRequest;
import org.portaldesk.contract.request.CodeRequestApi;
import org.portaldesk.contract.request.DeliverBy;
import org.portaldesk.contract.request.DenyReason;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import reactor.core.publisher.Mono;

/** One request under review, and what the reviewer does with it. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class ReviewState {

    /** A claim lasts 15 minutes; it is renewed once a third of that is gone. */
    private static final Duration RENEWED_BELOW = Duration.ofMinutes(10);

    private final CodeRequestApi api;
    private final Latest<CodeRequest> request;
    private final Latest<CodeRequest> present;
    private final Act<CodeRequest> step;
    private final Act<CodeRequest> decision;
    private final Act<CodeRequest> renewal;
    private final ValueSignal<Integer> candidate = new ValueSignal<>(0);
    private UUID id = new UUID(0, 0);
    private Consumer<CodeRequest> changed = _ -> {};

    ReviewState(CodeRequestApi api, Calls calls) {
        this.api = api;
        this.request = new Latest<>(calls);
        this.present = new Latest<>(calls);
        this.step = new Act<>(calls);
        this.decision = new Act<>(calls);
        this.renewal = new Act<>(calls);
    }

    /**
     * Reads the request; a state serves only one.
     *
     * @param changed hears of each change, on a thread of its own
     */
    void open(UUID id, Consumer<CodeRequest> changed) {
        this.id = id;
        this.changed = changed;
        reload();
    }

    void reload() {
        request.load(api.get(id));
    }

    void claim() {
        begin(step, version -> api.claim(id, version));
    }

    void release() {
        begin(step, version -> api.release(id, version));
    }

    void approve(UUID patientId, DeliverBy channel) {
        begin(
                decision,
                version ->
                        api.approve(id, new CodeRequestApi.Approve(patientId, channel), version));
    }

    void deny(DenyReason reason) {
        begin(decision, version -> api.deny(id, new CodeRequestApi.Deny(reason), version));
    }

    void ask(AskReason reason) {
        begin(decision, version -> api.ask(id, new CodeRequestApi.Ask(reason), version));
    }

    void resume() {
        begin(step, version -> api.resume(id, version));
    }

    /** The reviewer is at work: a claim of theirs that has run for a while is renewed. */
    void working(Instant now) {
        request.value()
                .map(CodeRequest::claim)
                .filter(claim -> claim.mine() && claim.until().isAfter(now))
                .filter(claim -> claim.until().isBefore(now.plus(RENEWED_BELOW)))
                .ifPresent(_ -> renewal.start(api.claim(id, null).doOnNext(this::show)));
    }

    /** Shows the request as it was found after a conflict. */
    void acceptPresent() {
        present.value().ifPresentOrElse(this::show, this::reload);
        step.reset();
        decision.reset();
    }

    void choose(int candidate) {
        this.candidate.set(candidate);
    }

    /** The place of the record that the request is held against, from 0. */
    Signal<Integer> candidate() {
        return candidate.asReadonly();
    }

    Latest<CodeRequest> request() {
        return request;
    }

    /** The request as it is now, once an act met a conflict: it tells who was faster. */
    Latest<CodeRequest> present() {
        return present;
    }

    /** Claiming, giving back and going on: what is done with one key. */
    Act<CodeRequest> step() {
        return step;
    }

    /** Approving, denying and asking: what is done in a dialog. */
    Act<CodeRequest> decision() {
        return decision;
    }

    private void begin(Act<CodeRequest> act, Function<String, Mono<CodeRequest>> call) {
        request.value()
                .ifPresent(
                        known ->
                                act.start(
                                        call.apply("\"" + known.version() + "\"")
                                                .doOnNext(this::show)
                                                .doOnError(this::askWhoWasFaster)));
    }

    private void show(CodeRequest now) {
        request.show(now);
        changed.accept(now);
    }

    private void askWhoWasFaster(Throwable error) {
        if (Conflict.is(ApiFailure.of(error))) {
            present.load(api.get(id));
        }
    }
}
