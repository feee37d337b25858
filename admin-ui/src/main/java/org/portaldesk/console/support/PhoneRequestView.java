package org.portaldesk.console.support;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.shell.Requires;
import org.portaldesk.console.widget.EmptyState;
import org.portaldesk.console.widget.FailureNotice;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.portal.PortalCodeRequestApi;

/** Takes a request for a code by phone, into the queue of those from the portal. */
@Route("phone-request")
@Requires(Permission.TAKE_CODE_REQUESTS)
class PhoneRequestView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    final PhoneRequestForm form = new PhoneRequestForm();
    final Button take = new Button(Texts.text("phone.take"), _ -> take());
    private final Div place = new Div();
    private final Div outcome = new Div();
    private final transient PhoneRequestState state;

    PhoneRequestView(PhoneRequestState state) {
        this.state = state;
        addClassNames("screen", "phone-request");
        take.addThemeVariants(ButtonVariant.PRIMARY);
        take.setSuffixComponent(Shortcut.TAKE_REQUEST.hint());
        place.addClassName("panel");
        add(new H1(Texts.text("phone.title")), new Paragraph(Texts.text("phone.text")), place);
        Shortcut.TAKE_REQUEST.on(this, this::take);
        Signal.effect(this, () -> follow(state.take().signal().get()));
    }

    @Override
    public String getPageTitle() {
        return Texts.text("phone.title");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        form.begin();
    }

    private void take() {
        if (state.take().signal().peek() instanceof Act.State.Idle<?>
                || state.take().signal().peek() instanceof Act.State.Failed<?>) {
            form.request().ifPresent(request -> state.take(request, form.language()));
        }
    }

    private void follow(Act.State<PortalCodeRequestApi.Received> now) {
        outcome.removeAll();
        take.setEnabled(!(now instanceof Act.State.Running<?>));
        switch (now) {
            case Act.State.Done<PortalCodeRequestApi.Received>(_) -> {
                form.sent();
                show(taken());
            }
            case Act.State.Failed<PortalCodeRequestApi.Received>(var failure) ->
                    outcome.add(new FailureNotice(failure, this::take));
            case Act.State.Idle<PortalCodeRequestApi.Received>() -> show(form, outcome, acts());
            case Act.State.Running<PortalCodeRequestApi.Received>() -> {}
        }
    }

    private void show(Component... content) {
        place.removeAll();
        place.add(content);
    }

    private Div acts() {
        var acts = new Div(take);
        acts.addClassName("acts");
        return acts;
    }

    private Component taken() {
        form.forget();
        var another = new Button(Texts.text("phone.another"), _ -> state.anew());
        another.focus();
        return new EmptyState(
                Glyph.CHECK,
                Texts.text("phone.taken.title"),
                Texts.text("phone.taken.text"),
                another,
                SupportNavigation.link(Texts.text("phone.back")));
    }
}
