package org.portaldesk.console.proxy;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.FormUploadApi;
import org.portaldesk.console.review.Conflict;
import org.portaldesk.console.review.Review;
import org.portaldesk.console.widget.Texts;
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

/** One request under review, what the reviewer has ticked, and what they do with it. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class ProxyReviewState {

    private final ProxyRequestApi api;
    private final FormUploadApi uploads;
    private final Review<ProxyRequest> review;
    private final Act<ProxyRequest> upload;
    private final ValueSignal<Draft> draft = new ValueSignal<>(Draft.EMPTY);
    private final FormState form;
    private boolean begun;

    ProxyReviewState(ProxyRequestApi api, FormUploadApi uploads, Calls calls) {
        this.api = api;
        this.uploads = uploads;
        this.form = new FormState(api, calls);
        this.upload = new Act<>(calls);
        var source =
                new Review.Source<ProxyRequest>(
                        api::get,
                        api::claim,
                        api::release,
                        api::look,
                        now -> Optional.ofNullable(now.claim()),
                        ProxyReviewState::conflict);
        this.review = new Review<>(source, calls, this::begin);
    }

    /** Who did what, and when, as far as the request as it is now tells. */
    private static String conflict(ProxyRequest now) {
        var decision = now.decision();
        return decision != null
                ? Conflict.decided("proxy.conflict." + now.state(), decision.by(), decision.at())
                : Conflict.held(now.claim())
                        .orElseGet(
                                () ->
                                        Texts.text(
                                                "proxy.conflict.other",
                                                Texts.of("proxy.state", now.state())));
    }

    /** The request, and what is done with any. */
    Review<ProxyRequest> review() {
        return review;
    }

    void resume() {
        review.step(api::resume);
    }

    void pend(PendReason reason) {
        review.decide((id, seen) -> api.pend(id, new ProxyRequestApi.Pend(reason), seen));
    }

    void deny(DenyReason reason) {
        review.decide((id, seen) -> api.deny(id, new ProxyRequestApi.Deny(reason), seen));
    }

    void ask(AskReason reason) {
        review.decide((id, seen) -> api.ask(id, new ProxyRequestApi.Ask(reason), seen));
    }

    void reassign(String username) {
        review.decide((id, seen) -> api.reassign(id, new ProxyRequestApi.Reassign(username), seen));
    }

    /**
     * Gives what the rule gives, or agrees to what somebody else has proposed.
     *
     * @param reason why it leaves what was asked for, where it does
     */
    void approve(@Nullable String reason) {
        review.request()
                .value()
                .ifPresent(
                        seen -> {
                            var now = draft.peek();
                            approve(now.approval(seen, false, null, now.expiresOn(), reason));
                        });
    }

    /** Proposes to go against the rule. */
    void propose(ApproveProxyRequest.Override override, LocalDate until, boolean assent) {
        review.request()
                .value()
                .ifPresent(
                        seen ->
                                approve(
                                        draft.peek()
                                                .approval(seen, assent, override, until, null)));
    }

    private void approve(ApproveProxyRequest wish) {
        review.decide((id, seen) -> api.approve(id, wish, seen));
    }

    /** Adds pages that came later; they wait no longer, whatever comes of it. */
    void add(Scan file) {
        var spool = ScanSpool.of(VaadinSession.getCurrent());
        upload.start(
                uploads.addDocuments(review.id(), List.of(file))
                        .doOnNext(review::show)
                        .doFinally(_ -> spool.discard(file)));
    }

    void change(UnaryOperator<Draft> how) {
        draft.update(how::apply);
    }

    Signal<Draft> draft() {
        return draft.asReadonly();
    }

    /** Whether everything stands that an approval needs, as far as it can be known here. */
    boolean ready() {
        return review.request().value().map(this::ready).orElse(false);
    }

    private boolean ready(ProxyRequest seen) {
        var now = draft.peek();
        return form.allSeen()
                && (seen.state() == ProxyRequestState.AWAITING_SECOND_APPROVAL
                        || now.complete(seen) && (seen.patient() != null || now.patient() != null));
    }

    FormState form() {
        return form;
    }

    /** Adding pages. */
    Act<ProxyRequest> upload() {
        return upload;
    }

    /** What is most likely is chosen from the start, and can be seen to be. */
    private void begin(ProxyRequest first) {
        form.open(first);
        if (!begun) {
            begun = true;
            var patient = first.patientCandidates().stream().findFirst().map(Candidate::patientId);
            var proxy =
                    first.proxyCandidates().stream()
                            .filter(_ -> first.recordedBy() != null)
                            .filter(ProxyReviewState::agreesInAll)
                            .findFirst()
                            .map(Candidate::patientId);
            draft.update(now -> now.of(patient.orElse(null)).by(proxy.orElse(null)));
        }
    }

    private static boolean agreesInAll(Candidate candidate) {
        return !candidate.restricted()
                && candidate.fields().stream().noneMatch(one -> one.outcome() == Outcome.MISMATCH);
    }

    /** The record that the request is taken to be about, where it names none. */
    @Nullable UUID chosenPatient() {
        return draft.peek().patient();
    }
}
