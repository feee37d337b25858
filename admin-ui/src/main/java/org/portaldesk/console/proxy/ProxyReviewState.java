package org.portaldesk.console.proxy;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.FormUploadApi;
import org.portaldesk.console.gateway.Latest;
import org.portaldesk.contract.proxy.ApproveProxyRequest;
import org.portaldesk.contract.proxy.AskReason;
import org.portaldesk.contract.proxy.DenyReason;
import org.portaldesk.contract.proxy.PendReason;
import org.portaldesk.contract.proxy.ProxyRequest;
import org.portaldesk.contract.proxy.ProxyRequestApi;
import org.portaldesk.contract.proxy.ProxyRequestState;
import org.portaldesk.contract.request.CodeRequest.Candidate;
import org.portaldesk.contract.request.CodeRequest.Outcome;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.core.io.Resource;
import reactor.core.publisher.Mono;

/** One request under review, what the reviewer has ticked, and what they do with it. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class ProxyReviewState {

    /** A claim lasts 15 minutes; it is renewed once a third of that is gone. */
    private static final Duration RENEWED_BELOW = Duration.ofMinutes(10);

    private final ProxyRequestApi api;
    private final FormUploadApi uploads;
    private final Latest<ProxyRequest> request;
    private final Latest<ProxyRequest> present;
    private final Act<ProxyRequest> step;
    private final Act<ProxyRequest> decision;
    private final Act<ProxyRequest> upload;
    private final Act<ProxyRequest> renewal;
    private final ValueSignal<Draft> draft = new ValueSignal<>(Draft.EMPTY);
    private final FormState form;
    private UUID id = new UUID(0, 0);
    private Consumer<ProxyRequest> changed = _ -> {};
    private boolean begun;

    ProxyReviewState(ProxyRequestApi api, FormUploadApi uploads, Calls calls) {
        this.api = api;
        this.uploads = uploads;
        this.form = new FormState(api, calls);
        this.request = new Latest<>(calls);
        this.present = new Latest<>(calls);
        this.step = new Act<>(calls);
        this.decision = new Act<>(calls);
        this.upload = new Act<>(calls);
        this.renewal = new Act<>(calls);
    }

    /**
     * Reads the request; a state serves only one.
     *
     * @param changed hears of each change, on a thread of its own
     */
    void open(UUID id, Consumer<ProxyRequest> changed) {
        this.id = id;
        this.changed = changed;
        reload();
    }

    void reload() {
        request.load(api.get(id).doOnNext(this::begin));
    }

    void claim() {
        begin(step, version -> api.claim(id, version));
    }

    void release() {
        begin(step, version -> api.release(id, version));
    }

    void resume() {
        begin(step, version -> api.resume(id, version));
    }

    void pend(PendReason reason) {
        begin(decision, version -> api.pend(id, new ProxyRequestApi.Pend(reason), version));
    }

    void deny(DenyReason reason) {
        begin(decision, version -> api.deny(id, new ProxyRequestApi.Deny(reason), version));
    }

    void ask(AskReason reason) {
        begin(decision, version -> api.ask(id, new ProxyRequestApi.Ask(reason), version));
    }

    void reassign(String username) {
        begin(
                decision,
                version -> api.reassign(id, new ProxyRequestApi.Reassign(username), version));
    }

    /** Gives what the rule gives, or agrees to what somebody else has proposed. */
    void approve() {
        request.value()
                .ifPresent(
                        seen -> {
                            var now = draft.peek();
                            approve(now.approval(seen, false, null, now.expiresOn()));
                        });
    }

    /** Proposes to go against the rule. */
    void propose(ApproveProxyRequest.Override override, LocalDate until, boolean assent) {
        request.value()
                .ifPresent(seen -> approve(draft.peek().approval(seen, assent, override, until)));
    }

    private void approve(ApproveProxyRequest wish) {
        begin(decision, version -> api.approve(id, wish, version));
    }

    /** Adds pages that came later. */
    void add(List<Resource> files) {
        upload.start(uploads.addDocuments(id, files).doOnNext(this::show));
    }

    /** The reviewer is at work: a claim of theirs that has run for a while is renewed. */
    void working(Instant now) {
        request.value()
                .map(ProxyRequest::claim)
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

    void change(UnaryOperator<Draft> how) {
        draft.update(how::apply);
    }

    Signal<Draft> draft() {
        return draft.asReadonly();
    }

    /** Whether everything stands that an approval needs, as far as it can be known here. */
    boolean ready() {
        return request.value().map(this::ready).orElse(false);
    }

    private boolean ready(ProxyRequest seen) {
        var now = draft.peek();
        return form.allSeen()
                && (seen.state() == ProxyRequestState.AWAITING_SECOND_APPROVAL
                        || now.complete(seen.kind())
                                && (seen.patient() != null || now.patient() != null));
    }

    FormState form() {
        return form;
    }

    Latest<ProxyRequest> request() {
        return request;
    }

    /** The request as it is now, once an act met a conflict: it tells who was faster. */
    Latest<ProxyRequest> present() {
        return present;
    }

    /** Claiming, giving back and going on: what is done with one key. */
    Act<ProxyRequest> step() {
        return step;
    }

    /** What is decided in a dialog. */
    Act<ProxyRequest> decision() {
        return decision;
    }

    /** Adding pages. */
    Act<ProxyRequest> upload() {
        return upload;
    }

    private void begin(Act<ProxyRequest> act, Function<String, Mono<ProxyRequest>> call) {
        request.value()
                .ifPresent(
                        known ->
                                act.start(
                                        call.apply("\"" + known.version() + "\"")
                                                .doOnNext(this::show)
                                                .doOnError(this::askWhoWasFaster)));
    }

    /** What is most likely is chosen from the start, and can be seen to be. */
    private void begin(ProxyRequest first) {
        form.open(first);
        if (!begun) {
            begun = true;
            var patient = first.patientCandidates().stream().findFirst().map(Candidate::patientId);
            var proxy =
                    first.proxyCandidates().stream()
                            .filter(ProxyReviewState::agreesInAll)
                            .findFirst()
                            .map(Candidate::patientId);
            draft.update(now -> now.of(patient.orElse(null)).by(proxy.orElse(null)));
        }
    }

    private static boolean agreesInAll(Candidate candidate) {
        return candidate.fields().stream().noneMatch(one -> one.outcome() == Outcome.MISMATCH);
    }

    private void show(ProxyRequest now) {
        form.open(now);
        request.show(now);
        changed.accept(now);
    }

    private void askWhoWasFaster(Throwable error) {
        if (Conflict.is(ApiFailure.of(error))) {
            present.load(api.get(id));
        }
    }

    /** The record that the request is taken to be about, where it names none. */
    @Nullable UUID chosenPatient() {
        return draft.peek().patient();
    }
}
