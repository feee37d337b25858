package org.portaldesk.console.activation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.contract.activation.ActivationCode;

/**
 * The slip that the patient takes home, in their language; seen on paper only. It does not say
 * whose it is: found by somebody else, it must be of no use.
 */
final class CodeSheet extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final Locale language;

    CodeSheet(ActivationCode issued, String code, Locale language) {
        this.language = language;
        var until = new Formats(language, Formats.current().zone()).full(issued.expiresAt());
        var big = new Div(code);
        big.addClassName("code");
        getContent().addClassName("print-sheet");
        getContent().getElement().setAttribute("lang", language.toLanguageTag());
        getContent().getElement().setAttribute("aria-hidden", "true");
        getContent().add(new H1(text("sheet.title")), words("sheet.intro"), big);
        getContent().add(words("sheet.until", until), words("sheet.needs"), words("sheet.care"));
    }

    private Component words(String key, Object... values) {
        return new Paragraph(text(key, values));
    }

    private String text(String key, Object... values) {
        return I18NProvider.translate(language, key, values);
    }
}
