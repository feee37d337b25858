package org.portaldesk.console.glass;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.UUID;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.console.widget.Facts;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.LoadablePanel;
import org.portaldesk.console.widget.Panel;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.privacy.Restriction;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Whether a patient's record is restricted, for who may change that. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public final class RestrictionPanel extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final transient GlassState state;
    private UUID patient = new UUID(0, 0);

    RestrictionPanel(GlassState state) {
        this.state = state;
        getContent()
                .add(
                        new LoadablePanel<>(
                                state.restrictions().signal(),
                                this::show,
                                () -> state.restrictions().reload(),
                                2));
    }

    /** Turns to this patient. */
    public void open(UUID patient) {
        this.patient = patient;
        state.openOne(patient);
    }

    private Component show(CursorList.Rows<Restriction> rows) {
        var title = Texts.text("restriction.title");
        if (rows.items().isEmpty()) {
            var restrict =
                    button("restriction.restrict", () -> Reasons.restrict(state, patient).open());
            return new Panel(title, new Paragraph(Texts.text("restriction.none")))
                    .withActs(restrict);
        }
        var one = rows.items().getFirst();
        var lift = button("restriction.lift", () -> Reasons.lift(state, patient).open());
        return new Panel(title, facts(one)).withActs(lift);
    }

    private static Button button(String key, Runnable act) {
        var button = new Button(Texts.text(key), _ -> act.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    static Facts facts(Restriction one) {
        return new Facts()
                .with(Texts.text("restriction.why"), one.reason())
                .with(
                        Texts.text("restriction.by"),
                        Texts.text(
                                "overrides.by", one.by(), Formats.current().moment(one.since())));
    }
}
