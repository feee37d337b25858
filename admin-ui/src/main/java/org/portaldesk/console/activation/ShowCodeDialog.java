package org.portaldesk.console.activation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.clipboard.Clipboard;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.activation.ActivationCode;
import org.portaldesk.contract.patient.Patient;

/**
 * Shows a code, once: it is nowhere else, not even on the server. So no stray key or click closes
 * this, and closing before the code was copied or printed asks once more.
 */
final class ShowCodeDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    final Button done = new Button(Texts.text("showCode.done"), _ -> finish());
    final Button copy = new Button(Texts.text("showCode.copy"), Glyph.COPY.icon());
    final Button print;
    private final Div warning = new Div();
    private final CodeSheet sheet;
    private boolean safe;

    ShowCodeDialog(ActivationCode issued, String code, Patient patient, boolean replaced) {
        var language = Locale.forLanguageTag(patient.language());
        this.sheet = new CodeSheet(issued, code, language);
        setHeaderTitle(Texts.text("showCode.title"));
        setWidth("36rem");
        addClassName("show-code");
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        print =
                new Button(
                        Texts.text("showCode.print", language.getDisplayLanguage(language)),
                        Glyph.PRINT.icon(),
                        _ -> printSheet());
        add(words("showCode.until", Formats.current().full(issued.expiresAt())));
        add(shown(code), words("showCode.needs"));
        if (replaced) {
            add(words("showCode.replaced"));
        }
        add(warning);
        prepareButtons(code);
    }

    private void prepareButtons(String code) {
        Clipboard.onClick(copy).writeText(code, _ -> copied(), _ -> warn("showCode.copyFailed"));
        copy.setSuffixComponent(Shortcut.COPY_CODE.hint());
        Shortcut.COPY_CODE.within(this, copy::clickInClient);
        print.setSuffixComponent(Shortcut.PRINT_CODE.hint());
        Shortcut.PRINT_CODE.within(this, this::printSheet);
        done.addThemeVariants(ButtonVariant.PRIMARY);
        done.setAutofocus(true);
        warning.getElement().setAttribute("role", "status");
        getFooter().add(copy, print, done);
    }

    private static Paragraph words(String key, Object... values) {
        return new Paragraph(Texts.text(key, values));
    }

    private static Div shown(String code) {
        var place = new Div(new Span(code));
        place.addClassName("code");
        return place;
    }

    private void copied() {
        safe = true;
        warning.removeAll();
        warning.add(new StatusBadge(Tone.GOOD, Texts.text("showCode.copied")));
    }

    private void printSheet() {
        safe = true;
        getUI().ifPresent(
                        ui -> {
                            ui.add(sheet);
                            ui.getPage().executeJs("window.print()");
                        });
    }

    private void warn(String key) {
        warning.removeAll();
        warning.add(new StatusBadge(Tone.WARN, Texts.text(key)));
    }

    private void finish() {
        if (safe) {
            sheet.removeFromParent();
            close();
            return;
        }
        safe = true;
        warn("showCode.sure");
        done.setText(Texts.text("showCode.close"));
    }
}
