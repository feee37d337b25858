package org.portaldesk.console.proxy;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.util.List;
import org.portaldesk.console.widget.ActDialog;
import org.portaldesk.console.widget.DayField;
import org.portaldesk.console.widget.Focus;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Typed;
import org.portaldesk.contract.proxy.ProxyApi;
import org.portaldesk.contract.proxy.ProxyBlock;

/** “Never a proxy”: somebody who must not see this record, whatever grants say. */
final class BlockDialog extends ActDialog<ProxyBlock> {

    private static final long serialVersionUID = 1L;

    private static final int MAX_NAME = 100;
    private static final int MAX_REASON = 500;

    final TextField givenName = Typed.field("intake.givenName");
    final TextField familyName = Typed.field("intake.familyName");
    final DayField birthDate = new DayField(Texts.text("intake.birthDate"));
    final TextArea reason = Typed.area("blocks.reason");
    private final transient ProxiesState state;

    BlockDialog(ProxiesState state, String patient) {
        super(
                state.block(),
                Texts.text("blocks.add.title", patient),
                Texts.text("blocks.add.verb"),
                "blocks.add.done");
        this.state = state;
        givenName.setMaxLength(MAX_NAME);
        familyName.setMaxLength(MAX_NAME);
        birthDate.setMax(LocalDate.now(Formats.current().zone()));
        birthDate.setHelperText(Texts.text("blocks.birthDate.help"));
        reason.setMaxLength(MAX_REASON);
        reason.setHelperText(Texts.text("blocks.reason.help"));
        reason.setWidthFull();
        for (HasValueChangeMode field : List.of(givenName, familyName, reason)) {
            field.setValueChangeMode(ValueChangeMode.EAGER);
        }
        givenName.addValueChangeListener(_ -> update());
        familyName.addValueChangeListener(_ -> update());
        reason.addValueChangeListener(_ -> update());
        var fields = new Div(givenName, familyName, birthDate);
        fields.addClassName("field-grid");
        fill(new Paragraph(Texts.text("blocks.add.text")), fields, reason);
    }

    @Override
    public void open() {
        super.open();
        Focus.on(givenName);
    }

    @Override
    protected boolean ready() {
        return !givenName.getValue().isBlank()
                && !familyName.getValue().isBlank()
                && !reason.getValue().isBlank();
    }

    @Override
    protected void start() {
        state.block(
                new ProxyApi.Block(
                        givenName.getValue().strip(),
                        familyName.getValue().strip(),
                        birthDate.getValue(),
                        reason.getValue().strip()));
    }
}
