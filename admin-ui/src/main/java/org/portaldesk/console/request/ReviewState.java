package org.portaldesk.console.request;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Optional;
import java.util.UUID;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.review.Conflict;
import org.portaldesk.console.review.Review;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.request.AskReason;
import org.portaldesk.contract.request.CodeRequest;
import org.portaldesk.contract.request.CodeRequestApi;
import org.portaldesk.contract.request.DeliverBy;
import org.portaldesk.contract.request.DenyReason;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** One request under review, and what the reviewer does with it. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class ReviewState {

    private final CodeRequestApi api;
    private final Review<CodeRequest> review;
    private final ValueSignal<Integer> candidate = new ValueSignal<>(0);

    ReviewState(CodeRequestApi api, Calls calls) {
        this.api = api;
        var source =
                new Review.Source<CodeRequest>(
                        api::get,
                        api::claim,
                        api::release,
                        api::look,
                        now -> Optional.ofNullable(now.claim()),
                        ReviewState::conflict);
        this.review = new Review<>(source, calls);
    }

    /** Who did what, and when, as far as the request as it is now tells. */
    private static String conflict(CodeRequest now) {
        var decision = now.decision();
        return decision != null
                ? Conflict.decided("request.conflict." + now.state(), decision.by(), decision.at())
                : Conflict.held(now.claim()).orElseGet(() -> Texts.text("request.conflict.other"));
    }

    /** The request, and what is done with any. */
    Review<CodeRequest> review() {
        return review;
    }

    void approve(UUID patientId, DeliverBy channel) {
        var wish = new CodeRequestApi.Approve(patientId, channel);
        review.decide((id, seen) -> api.approve(id, wish, seen));
    }

    void deny(DenyReason reason) {
        review.decide((id, seen) -> api.deny(id, new CodeRequestApi.Deny(reason), seen));
    }

    void ask(AskReason reason) {
        review.decide((id, seen) -> api.ask(id, new CodeRequestApi.Ask(reason), seen));
    }

    void resume() {
        review.step(api::resume);
    }

    void choose(int candidate) {
        this.candidate.set(candidate);
    }

    /** The place of the record that the request is held against, from 0. */
    Signal<Integer> candidate() {
        return candidate.asReadonly();
    }
}
