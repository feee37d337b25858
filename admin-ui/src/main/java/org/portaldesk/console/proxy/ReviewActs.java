package org.portaldesk.console.proxy;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.Command;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.shell.Staff;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.proxy.ProxyRequest;
import org.portaldesk.contract.proxy.ProxyRequestState;

/** What this person can do with a request just now. A decision needs the claim first. */
final class ReviewActs extends Composite<Div> {

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
    private @Nullable Dialog open;

    /**
     * @param unready shows what is missing for an approval
     */
    ReviewActs(ProxyReviewState state, Staff staff, Command unready) {
        this.state = state;
        this.unready = unready;
        this.decides = staff.may(Permission.DECIDE_PROXY_REQUESTS);
        this.seconds = staff.may(Permission.APPROVE_PROXY_REQUESTS);
        this.reassigns = staff.may(Permission.REASSIGN_PROXY_REQUESTS);
        getContent().addClassName("acts");
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
        resume.setVisible(decides && waits && (held == null || mine));
        approve.setVisible(mine && (fresh && decides || agrees));
        approve.setText(Texts.text(second ? "proxy.agree" : "request.approve"));
        deny.setVisible(mine && (fresh && decides || agrees));
        ask.setVisible(mine && fresh && decides);
        pend.setVisible(mine && fresh && decides);
        release.setVisible(mine && Shown.isOpen(at));
        reassign.setVisible(reassigns && Shown.isOpen(at));
    }

    private Button act(String key, Shortcut shortcut, Command command) {
        var button = new Button(Texts.text(key), _ -> command.execute());
        button.setSuffixComponent(shortcut.hint());
        shortcut.on(
                this,
                () -> {
                    if (button.isVisible()) {
                        command.execute();
                    }
                });
        return button;
    }

    private void claim() {
        state.claim();
    }

    private void resume() {
        state.resume();
    }

    private void release() {
        state.release();
    }

    private void approve() {
        if (!state.ready()) {
            unready.execute();
            return;
        }
        state.request().value().ifPresent(request -> ask(() -> new ApproveDialog(state, request)));
    }

    private void deny() {
        ask(() -> DecisionDialog.deny(state));
    }

    private void ask() {
        ask(() -> DecisionDialog.ask(state));
    }

    private void pend() {
        ask(() -> DecisionDialog.pend(state));
    }

    private void reassign() {
        ask(() -> new ReassignDialog(state));
    }

    /** The shortcuts work in a dialog, too: one at a time. */
    private void ask(Supplier<Dialog> dialog) {
        if (open == null || !open.isOpened()) {
            state.working(Instant.now());
            open = dialog.get();
            open.open();
        }
    }
}
