package org.portaldesk.console.proxy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.Command;
import java.util.List;
import org.portaldesk.console.review.ActBar;
import org.portaldesk.console.review.DecisionDialog;
import org.portaldesk.console.shell.Staff;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.proxy.AskReason;
import org.portaldesk.contract.proxy.DenyReason;
import org.portaldesk.contract.proxy.PendReason;
import org.portaldesk.contract.proxy.ProxyRequest;
import org.portaldesk.contract.proxy.ProxyRequestState;

/** What this person can do with a request just now. A decision needs the claim first. */
final class ReviewActs extends ActBar {

    private static final long serialVersionUID = 1L;

    final Button claim = act("request.claim", Shortcut.CLAIM, this::claim);
    final Button resume = act("proxy.resume", Shortcut.RESUME, this::resume);
    final Button approve = act("request.approve", Shortcut.APPROVE, this::approve);
    final Button deny = act("request.deny", Shortcut.DENY, this::deny);
    final Button ask = act("request.ask", Shortcut.ASK, this::ask);
    final Button pend = act("proxy.pend", Shortcut.PEND, this::pend);
    final Button release = act("request.release", Shortcut.RELEASE, this::release);
    final Button reassign = new Button(Texts.text("proxy.reassign"), _ -> reassign());
    private final transient ProxyReviewState state;
    private final transient Command unready;
    private final boolean decides;
    private final boolean seconds;
    private final boolean reassigns;

    /**
     * @param unready shows what is missing for an approval
     */
    ReviewActs(ProxyReviewState state, Staff staff, Command unready) {
        super(state.review());
        this.state = state;
        this.unready = unready;
        this.decides = staff.may(Permission.DECIDE_PROXY_REQUESTS);
        this.seconds = staff.may(Permission.APPROVE_PROXY_REQUESTS);
        this.reassigns = staff.may(Permission.REASSIGN_PROXY_REQUESTS);
        List.of(claim, resume, approve).forEach(one -> one.addThemeVariants(ButtonVariant.PRIMARY));
        deny.addThemeVariants(ButtonVariant.ERROR);
        getContent().add(claim, resume, approve, deny, ask, pend, release, reassign);
    }

    /** Offers what this request allows. */
    void offer(ProxyRequest request) {
        var held = request.claim();
        var at = request.state();
        boolean mine = held != null && held.mine();
        boolean fresh = at == ProxyRequestState.SUBMITTED || at == ProxyRequestState.IN_REVIEW;
        boolean waits = at == ProxyRequestState.NEEDS_INFORMATION || at == ProxyRequestState.PENDED;
        boolean second = at == ProxyRequestState.AWAITING_SECOND_APPROVAL;
        var proposed = request.proposed();
        boolean agrees = second && proposed != null && !proposed.mine() && seconds;
        claim.setVisible(held == null && (fresh && decides || agrees));
        resume.setVisible(decides && (waits || second) && (held == null || mine));
        resume.setText(Texts.text(second ? "proxy.takeBack" : "proxy.resume"));
        approve.setVisible(mine && (fresh && decides || agrees));
        approve.setText(Texts.text(second ? "proxy.agree" : "request.approve"));
        deny.setVisible(mine && (fresh && decides || agrees));
        ask.setVisible(mine && fresh && decides);
        pend.setVisible(mine && fresh && decides);
        release.setVisible(mine && Shown.isOpen(at));
        reassign.setVisible(reassigns && Shown.isOpen(at));
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
        if (!state.ready()) {
            unready.execute();
            return;
        }
        state.review()
                .request()
                .value()
                .ifPresent(request -> ask(() -> new ApproveDialog(state, request)));
    }

    private void deny() {
        decide("proxy.deny", DenyReason.values(), state::deny);
    }

    private void ask() {
        decide("proxy.ask", AskReason.values(), state::ask);
    }

    private <R extends Enum<R>> void decide(
            String kind, R[] reasons, SerializableConsumer<R> decide) {
        state.review()
                .request()
                .value()
                .ifPresent(
                        request ->
                                ask(
                                        () ->
                                                new DecisionDialog<>(
                                                        state.review(),
                                                        kind,
                                                        reasons,
                                                        decide,
                                                        AnswerNote.of(request))));
    }

    private void pend() {
        ask(
                () ->
                        new DecisionDialog<>(
                                state.review(), "proxy.pending", PendReason.values(), state::pend));
    }

    private void reassign() {
        ask(() -> new ReassignDialog(state));
    }
}
