package org.portaldesk.console.policy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import java.util.List;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.shell.Requires;
import org.portaldesk.console.shell.Staff;
import org.portaldesk.console.widget.FailureNotice;
import org.portaldesk.console.widget.LoadablePanel;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.policy.AccessPolicy;

/** What counts today, what will, and patterns to copy. */
@Route("policies")
@Requires(Permission.READ_POLICIES)
class PoliciesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final Div outcome = new Div();
    private final transient PoliciesState state;
    private final transient Staff staff;

    PoliciesView(PoliciesState state, Staff staff) {
        this.state = state;
        this.staff = staff;
        addClassNames("screen", "policies");
        var intro = new Paragraph(Texts.text("policies.intro"));
        intro.addClassName("secondary");
        add(
                new H1(Texts.text("policies.title")),
                intro,
                outcome,
                new LoadablePanel<>(state.policies().signal(), this::show, state::load, 8));
        Signal.effect(this, () -> follow(state.decision().signal().get()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        state.load();
    }

    @Override
    public String getPageTitle() {
        return Texts.text("policies.title");
    }

    private Component show(List<AccessPolicy> policies) {
        var all = new Div();
        all.addClassName("stack");
        policies.forEach(policy -> all.add(new PolicyCard(state, staff, policy)));
        return all;
    }

    private void follow(Act.State<AccessPolicy> now) {
        outcome.removeAll();
        if (now instanceof Act.State.Failed<AccessPolicy>(var failure)) {
            outcome.add(new FailureNotice(failure, null));
        }
    }
}
