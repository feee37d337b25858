package org.portaldesk.console.proxy;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.portaldesk.console.review.ReviewDialog;
import org.portaldesk.console.widget.Focus;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.proxy.ProxyRequest;

/** Gives a request to a colleague, whoever has it now. */
final class ReassignDialog extends ReviewDialog<ProxyRequest> {

    private static final long serialVersionUID = 1L;

    private static final int MAX_USERNAME = 255;

    final TextField to = new TextField(Texts.text("proxy.reassign.to"));
    private final transient ProxyReviewState state;

    ReassignDialog(ProxyReviewState state) {
        super(
                state.review(),
                Texts.text("proxy.reassign.title"),
                Texts.text("proxy.reassign.verb"),
                "proxy.reassign.done");
        this.state = state;
        to.setMaxLength(MAX_USERNAME);
        to.setValueChangeMode(ValueChangeMode.EAGER);
        to.setHelperText(Texts.text("proxy.reassign.help"));
        to.setWidthFull();
        to.addValueChangeListener(_ -> update());
        fill(new Paragraph(Texts.text("proxy.reassign.text")), to);
    }

    @Override
    public void open() {
        super.open();
        Focus.on(to);
    }

    @Override
    protected boolean ready() {
        return !to.getValue().isBlank();
    }

    @Override
    protected void start() {
        state.reassign(to.getValue().strip());
    }
}
