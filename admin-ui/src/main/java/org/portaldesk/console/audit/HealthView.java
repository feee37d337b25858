package org.portaldesk.console.audit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.page.PageVisibility;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import org.portaldesk.console.audit.SealState.Standing;
import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.console.gateway.Live;
import org.portaldesk.console.gateway.Loadable;
import org.portaldesk.console.shell.Requires;
import org.portaldesk.console.widget.FailureNotice;
import org.portaldesk.console.widget.Kept;
import org.portaldesk.console.widget.LoadablePanel;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.identity.Permission;

/** Whether the record is as it was sealed: the chain as it stands now, and a check of all of it. */
@Route("record-health")
@Requires(Permission.READ_AUDIT)
class HealthView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private static final int SKELETON_LINES = 6;

    final VerifyPanel verification;
    private final Kept<Boolean> live = new Kept<>(HealthView::badge);
    private final Div place = new Div();
    private final Kept<Standing> seal = new Kept<>(SealPanel::new);
    private final Kept<String> key = new Kept<>(KeyPanel::new);
    private final transient SealState state;

    HealthView(SealState state, VerificationState checks) {
        this.state = state;
        this.verification = new VerifyPanel(checks);
        addClassNames("screen", "health");
        live.getElement().setAttribute("role", "status");
        var head = new Div(new H1(Texts.text("health.title")), live);
        head.addClassName("screen-head");
        place.addClassName("stack");
        add(head, new Paragraph(Texts.text("health.text")), place);
        Signal.effect(this, () -> show(state.standing().signal().get()));
    }

    @Override
    public String getPageTitle() {
        return Texts.text("health.title");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var seen = event.getUI().getPage().pageVisibilitySignal();
        Signal.effect(this, () -> look(seen.get()));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        state.stop();
    }

    private void look(PageVisibility seen) {
        if (seen == PageVisibility.HIDDEN) {
            state.stop();
        } else {
            state.start();
        }
    }

    private void show(Live.State<Standing> now) {
        live.setVisible(now.shown() instanceof Loadable.Loaded<Standing>);
        live.show(now.old() == null);
        switch (now.shown()) {
            case Loadable.Loading<Standing>(_) -> {
                place.removeAll();
                place.add(LoadablePanel.skeleton(SKELETON_LINES));
            }
            case Loadable.Failed<Standing>(var failure) -> tell(failure);
            case Loadable.Loaded<Standing>(var standing) -> show(standing);
        }
    }

    /** Once, though it fails again with each asking: nobody is told the same every two seconds. */
    private void tell(ApiFailure failure) {
        if (place.getChildren().noneMatch(FailureNotice.class::isInstance)) {
            place.removeAll();
            place.add(new FailureNotice(failure, state::ask));
        }
    }

    private static StatusBadge badge(boolean live) {
        return live
                ? new StatusBadge(Tone.LIVE, Texts.text("health.live"))
                : new StatusBadge(Tone.WARN, Texts.text("health.old"));
    }

    private void show(Standing standing) {
        seal.show(standing);
        key.show(standing.health().verifierKey());
        if (seal.getParent().isEmpty()) {
            place.removeAll();
            place.add(seal, verification, key);
        }
    }
}
