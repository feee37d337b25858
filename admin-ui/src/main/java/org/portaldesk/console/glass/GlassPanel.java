package org.portaldesk.console.glass;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.UUID;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.widget.FailureNotice;
import org.portaldesk.console.widget.Focus;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Typed;
import org.portaldesk.contract.privacy.RestrictionApi.BrokenGlass;
import org.portaldesk.contract.privacy.RestrictionApi.GlassReason;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Stands in the place of a restricted record, and says how it opens and what will come of it. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public final class GlassPanel extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private static final int SHORTEST_NOTE = 10;
    private static final int LONGEST_NOTE = 2000;

    final RadioButtonGroup<GlassReason> reason = new RadioButtonGroup<>();
    final TextArea note = Typed.area("glass.note");
    final Button confirm = new Button(Texts.text("glass.break"), _ -> confirm());
    private final Div outcome = new Div();
    private final transient GlassState state;
    private UUID patient = new UUID(0, 0);
    private Command opened = () -> {};

    GlassPanel(GlassState state) {
        this.state = state;
        getContent().addClassNames("panel", "glass");
        prepare();
        getContent()
                .add(
                        Glyph.LOCK.icon(),
                        new H1(Texts.text("glass.title")),
                        new Paragraph(Texts.text("glass.text")),
                        reason,
                        note,
                        outcome,
                        confirm);
        Shortcut.CONFIRM.within(getContent(), this::confirm);
        Signal.effect(this, () -> follow(state.breaking().signal().get()));
    }

    /**
     * Stands before this record.
     *
     * @param opened hears that it opens now
     */
    public void stand(UUID patient, boolean mayBreak, Command opened) {
        this.patient = patient;
        this.opened = opened;
        reason.setVisible(mayBreak);
        note.setVisible(mayBreak);
        confirm.setVisible(mayBreak);
        if (mayBreak) {
            Focus.onChoice(reason);
        }
    }

    private void prepare() {
        reason.setLabel(Texts.text("reason.label"));
        reason.setItems(GlassReason.values());
        reason.setItemLabelGenerator(one -> Texts.of("why", one));
        reason.addValueChangeListener(_ -> update());
        note.setHelperText(Texts.text("glass.note.help"));
        note.setMaxLength(LONGEST_NOTE);
        note.setWidthFull();
        note.setValueChangeMode(ValueChangeMode.EAGER);
        note.setRequiredIndicatorVisible(true);
        note.addValueChangeListener(_ -> update());
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setSuffixComponent(Shortcut.CONFIRM.hint());
        update();
    }

    private void update() {
        confirm.setEnabled(
                reason.getValue() != null && note.getValue().strip().length() >= SHORTEST_NOTE);
    }

    private void confirm() {
        if (confirm.isVisible() && confirm.isEnabled()) {
            state.breakGlass(patient, reason.getValue(), note.getValue().strip());
        }
    }

    private void follow(Act.State<BrokenGlass> now) {
        outcome.removeAll();
        switch (now) {
            case Act.State.Idle<BrokenGlass>() -> {}
            case Act.State.Running<BrokenGlass>() -> confirm.setEnabled(false);
            case Act.State.Done<BrokenGlass>(_) -> {
                Typed.sent(note);
                getUI().ifPresent(ui -> ui.access(opened));
            }
            case Act.State.Failed<BrokenGlass>(var failure) -> {
                outcome.add(new FailureNotice(failure, null));
                update();
            }
        }
    }
}
