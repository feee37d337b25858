package org.portaldesk.console.proxy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.proxy.ProxyRequest;

/** A proxy's code, shown once, where no e-mail can carry it. No stray key closes this. */
final class HandOverDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    HandOverDialog(ProxyRequest request, String code) {
        setHeaderTitle(
                Texts.text(
                        "proxy.code.title",
                        request.proxy().givenName() + " " + request.proxy().familyName()));
        setWidth("34rem");
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        var shown = new Div(code);
        shown.addClassName("code");
        add(
                new Paragraph(Texts.text("proxy.code.once")),
                shown,
                new Paragraph(
                        Texts.text(
                                request.proxy().phone() == null
                                        ? "proxy.code.needsMrn"
                                        : "proxy.code.needsPhone")));
        var done = new Button(Texts.text("showCode.done"), _ -> close());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(done);
    }
}
