package org.portaldesk.console.result;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.result.BulkAct;
import org.portaldesk.contract.result.HoldBasis;
import org.portaldesk.contract.result.Result;

/** Asks once what a hold on several results must say; the preview comes after it. */
final class BulkHoldDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    final HoldForm form;
    final Button confirm = new Button(Texts.text("bulk.preview"), _ -> confirm());
    private final transient ResultsState state;
    private final transient List<Result> chosen;

    BulkHoldDialog(ResultsState state, Collection<Result> chosen) {
        this.state = state;
        this.chosen = List.copyOf(chosen);
        form = new HoldForm(bases(chosen), List.of(), state.determiners(), this::update);
        setHeaderTitle(Texts.text("bulk.title.HOLD"));
        setWidth("40rem");
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setSuffixComponent(Shortcut.CONFIRM.hint());
        confirm.setEnabled(false);
        Shortcut.CONFIRM.within(this, this::confirm);
        add(new Paragraph(Texts.text("hold.text")), form);
        getFooter().add(new Button(Texts.text("cancel"), _ -> close()), confirm);
    }

    /** Harm is determined for one patient at a time. */
    private static List<HoldBasis> bases(Collection<Result> chosen) {
        var patients = chosen.stream().map(Result::patientId).distinct().count();
        return Arrays.stream(HoldBasis.values())
                .filter(basis -> patients == 1 || basis != HoldBasis.PREVENTING_HARM)
                .toList();
    }

    private void update() {
        confirm.setEnabled(form.isWhole());
    }

    private void confirm() {
        if (confirm.isEnabled()) {
            state.preview(BulkAct.HOLD, chosen, form.hold());
            close();
            new BulkDialog(state, BulkAct.HOLD).open();
        }
    }
}
