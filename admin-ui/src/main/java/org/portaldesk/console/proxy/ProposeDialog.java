package org.portaldesk.console.proxy;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Arrays;
import java.util.List;
import org.portaldesk.console.review.ReviewDialog;
import org.portaldesk.console.widget.DayField;
import org.portaldesk.console.widget.Focus;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Typed;
import org.portaldesk.contract.proxy.AccessClass;
import org.portaldesk.contract.proxy.ApproveProxyRequest;
import org.portaldesk.contract.proxy.ApproveProxyRequest.Basis;
import org.portaldesk.contract.proxy.ProxyKind;
import org.portaldesk.contract.proxy.ProxyRequest;

/** Going against the rule: what is given, on what it stands, until when. Somebody else decides. */
final class ProposeDialog extends ReviewDialog<ProxyRequest> {

    private static final long serialVersionUID = 1L;

    private static final int MAX_REASON = 500;

    final RadioButtonGroup<AccessClass> access = new RadioButtonGroup<>();
    final RadioButtonGroup<Basis> basis = new RadioButtonGroup<>();
    final TextArea reason = Typed.area("proxy.propose.reason");
    final DayField until = new DayField(Texts.text("proxy.propose.until"));
    final Checkbox assent = new Checkbox(Texts.text("proxy.propose.assent"));
    private final transient ProxyReviewState state;

    ProposeDialog(ProxyReviewState state, ProxyRequest request) {
        super(
                state.review(),
                Texts.text("proxy.propose.title"),
                Texts.text("proxy.propose.verb"),
                "proxy.propose.done");
        this.state = state;
        access.setLabel(Texts.text("proxy.propose.class"));
        access.setItems(possible(request));
        access.setItemLabelGenerator(one -> Texts.of("access", one));
        basis.setLabel(Texts.text("proxy.propose.basis"));
        basis.setItems(Arrays.asList(Basis.values()));
        basis.setItemLabelGenerator(one -> Texts.of("basis", one));
        reason.setMaxLength(MAX_REASON);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setWidthFull();
        until.setHelperText(Texts.text("proxy.propose.until.help"));
        access.addValueChangeListener(_ -> changed());
        basis.addValueChangeListener(_ -> update());
        reason.addValueChangeListener(_ -> update());
        until.addValueChangeListener(_ -> update());
        assent.setVisible(false);
        var fields =
                new Div(
                        new Paragraph(Texts.text("proxy.propose.text")),
                        access,
                        assent,
                        basis,
                        reason,
                        until);
        fields.addClassName("stacked");
        fill(fields);
    }

    private static List<AccessClass> possible(ProxyRequest request) {
        return request.kind() == ProxyKind.ADULT
                ? List.of(AccessClass.ADULT)
                : List.of(AccessClass.MINOR_FULL, AccessClass.MINOR_LIMITED);
    }

    private void changed() {
        assent.setVisible(access.getValue() == AccessClass.MINOR_FULL);
        update();
    }

    @Override
    public void open() {
        super.open();
        Focus.onChoice(access);
    }

    @Override
    protected boolean ready() {
        return access.getValue() != null
                && basis.getValue() != null
                && !reason.getValue().isBlank()
                && until.getValue() != null;
    }

    @Override
    protected void start() {
        var day = until.getValue();
        if (day != null) {
            state.propose(
                    new ApproveProxyRequest.Override(
                            access.getValue(), basis.getValue(), reason.getValue().strip()),
                    day,
                    assent.getValue());
        }
    }
}
