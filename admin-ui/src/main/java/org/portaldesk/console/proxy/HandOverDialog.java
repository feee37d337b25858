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
                new Paragraph(Texts.text(needs(request))));
        var done = new Button(Texts.text("showCode.done"), _ -> close());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(done);
    }

    /** With what the code is used: a patient's own facts, where the proxy is one. */
    private static String needs(ProxyRequest request) {
        var decision = request.decision();
        var patient =
                decision != null
                        && request.grants().stream()
                                .anyMatch(
                                        one ->
                                                one.id().equals(decision.grantId())
                                                        && one.proxyPatientId() != null);
        if (patient) {
            return "showCode.needs";
        }
        return request.proxy().phone() == null ? "proxy.code.needsMrn" : "proxy.code.needsPhone";
    }
}
