package org.portaldesk.console.request;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.util.List;
import java.util.Optional;
import org.portaldesk.console.review.ActBar;
import org.portaldesk.console.review.DecisionDialog;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.contract.request.AskReason;
import org.portaldesk.contract.request.CodeRequest;
import org.portaldesk.contract.request.CodeRequestState;
import org.portaldesk.contract.request.DenyReason;

/** What the reviewer can do with a request just now. A decision needs the claim first. */
final class ReviewActs extends ActBar {

    private static final long serialVersionUID = 1L;

    final Button claim = act("request.claim", Shortcut.CLAIM, this::claim);
    final Button resume = act("request.resume", Shortcut.RESUME, this::resume);
    final Button approve = act("request.approve", Shortcut.APPROVE, this::approve);
    final Button deny = act("request.deny", Shortcut.DENY, this::deny);
    final Button ask = act("request.ask", Shortcut.ASK, this::ask);
    final Button release = act("request.release", Shortcut.RELEASE, this::release);
    private final transient ReviewState state;
    private final boolean decides;

    ReviewActs(ReviewState state, boolean decides) {
        super(state.review());
        this.state = state;
        this.decides = decides;
        List.of(claim, resume, approve).forEach(one -> one.addThemeVariants(ButtonVariant.PRIMARY));
        deny.addThemeVariants(ButtonVariant.ERROR);
        getContent().add(claim, resume, approve, deny, ask, release);
    }

    /** Offers what this request allows. */
    void offer(CodeRequest request) {
        boolean open = Shown.OPEN.states().contains(request.state());
        var held = request.claim();
        boolean mine = held != null && held.mine();
        claim.setVisible(decides && open && held == null);
        resume.setVisible(decides && request.state() == CodeRequestState.NEEDS_INFORMATION);
        approve.setVisible(decides && open && mine && !request.candidates().isEmpty());
        deny.setVisible(decides && open && mine);
        ask.setVisible(decides && open && mine);
        release.setVisible(decides && open && mine);
    }

    private void claim() {
        state.review().claim();
    }

    private void resume() {
        state.resume();
    }

    private void release() {
        state.review().release();
    }

    private void approve() {
        state.review()
                .request()
                .value()
                .ifPresent(
                        request ->
                                chosen(request)
                                        .ifPresent(
                                                one ->
                                                        ask(
                                                                () ->
                                                                        new ApproveDialog(
                                                                                state, request,
                                                                                one))));
    }

    private Optional<CodeRequest.Candidate> chosen(CodeRequest request) {
        int at = Math.min(state.candidate().peek(), request.candidates().size() - 1);
        return at < 0 ? Optional.empty() : Optional.of(request.candidates().get(at));
    }

    private void deny() {
        ask(() -> new DecisionDialog<>(state.review(), "deny", DenyReason.values(), state::deny));
    }

    private void ask() {
        ask(() -> new DecisionDialog<>(state.review(), "ask", AskReason.values(), state::ask));
    }
}
