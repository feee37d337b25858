package org.portaldesk.console.result;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.signals.Signal;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.result.ResultState.Sight;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.result.DenialLetter;
import org.portaldesk.contract.result.ResultHold;
import org.portaldesk.contract.result.ViewerSight;

/** Writes the letter that tells somebody of a hold, and shows it before it is printed. */
final class DenialDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    final RadioButtonGroup<ViewerSight> to = new RadioButtonGroup<>();
    final Button write;
    private final Div outcome = new Div();
    private final transient ResultState state;
    private final transient ResultHold hold;

    DenialDialog(ResultState state, Sight sight, ResultHold hold) {
        this.state = state;
        this.hold = hold;
        setHeaderTitle(Texts.text("denial.title"));
        setWidth("36rem");
        to.setLabel(Texts.text("denial.to"));
        to.setItems(concerned(sight, hold));
        to.setItemLabelGenerator(ViewerSight::name);
        write = new Button(Texts.text("denial.write"), _ -> write());
        write.addThemeVariants(ButtonVariant.PRIMARY);
        write.setEnabled(false);
        to.addValueChangeListener(_ -> write.setEnabled(to.getValue() != null));
        add(new Paragraph(Texts.text("denial.text")), to, outcome);
        getFooter().add(new Button(Texts.text("bulk.close"), _ -> close()), write);
        state.letter().reset();
        Signal.effect(this, () -> follow(state.letter().signal().get()));
    }

    private static List<ViewerSight> concerned(Sight sight, ResultHold hold) {
        var from = hold.withheldFrom();
        return sight.viewers().stream()
                .filter(
                        one ->
                                one.viewer().equals("patient")
                                        ? from.patient()
                                        : from.proxies().all()
                                                || from.proxies()
                                                        .grants()
                                                        .toString()
                                                        .contains(one.viewer()))
                .toList();
    }

    private void write() {
        if (to.getValue() != null) {
            state.write(hold, to.getValue().viewer());
        }
    }

    private void follow(Act.State<DenialLetter> now) {
        outcome.removeAll();
        switch (now) {
            case Act.State.Idle<DenialLetter>(), Act.State.Running<DenialLetter>() -> {}
            case Act.State.Done<DenialLetter>(var letter) -> show(letter);
            case Act.State.Failed<DenialLetter>(var failure) ->
                    outcome.add(new RuleNotice(failure));
        }
    }

    private void show(DenialLetter letter) {
        letter.paragraphs().forEach(text -> outcome.add(new Paragraph(text)));
        var pdf = letter.pdf();
        var open =
                new Anchor(
                        DownloadHandler.fromInputStream(
                                _ ->
                                        new DownloadResponse(
                                                new ByteArrayInputStream(pdf),
                                                "letter.pdf",
                                                "application/pdf",
                                                pdf.length)),
                        Texts.text("denial.open"));
        open.setTarget("_blank");
        outcome.add(open);
    }
}
