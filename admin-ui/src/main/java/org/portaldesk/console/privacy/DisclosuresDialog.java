package org.portaldesk.console.privacy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.Latest;
import org.portaldesk.console.widget.EmptyState;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.LoadablePanel;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.patient.Patient;
import org.portaldesk.contract.privacy.Disclosure;

/** The accounting of disclosures of six years, on the screen and for printing. */
final class DisclosuresDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private static final int SKELETON_LINES = 5;

    final Button print;
    private final transient ReportState state;
    private final transient Patient patient;
    private final transient Latest<List<Disclosure>> accounting;
    private final Locale theirs;
    private transient List<Disclosure> shown = List.of();
    private @Nullable DisclosureSheet sheet;

    DisclosuresDialog(ReportState state, Patient patient) {
        this.state = state;
        this.patient = patient;
        this.accounting = state.accounting();
        this.theirs = Locale.forLanguageTag(patient.language());
        setHeaderTitle(Texts.text("disclosures.title"));
        setWidth("60rem");
        print =
                new Button(
                        Texts.text("disclosures.print", theirs.getDisplayLanguage(theirs)),
                        Glyph.PRINT.icon(),
                        _ -> print());
        print.addThemeVariants(ButtonVariant.PRIMARY);
        print.setSuffixComponent(Shortcut.PRINT_ACCOUNTING.hint());
        print.setEnabled(false);
        Shortcut.PRINT_ACCOUNTING.within(this, this::print);
        add(new Paragraph(Texts.text("disclosures.text", patient.name())), place());
        getFooter().add(new Button(Texts.text("close"), _ -> close()), print);
        addOpenedChangeListener(_ -> takeSheetAway());
        load();
    }

    private void load() {
        state.account(patient.id(), accounting);
    }

    /** The list may be longer than the window: the arrow keys scroll what has the focus. */
    private Div place() {
        var list =
                new Div(
                        new LoadablePanel<>(
                                accounting.signal(), this::show, this::load, SKELETON_LINES));
        list.addClassNames("manifest-place", "accounting");
        list.getElement().setAttribute("tabindex", "0");
        list.getElement().setAttribute("role", "group");
        list.getElement().setAttribute("aria-label", Texts.text("disclosures.title"));
        return list;
    }

    private Component show(List<Disclosure> all) {
        shown = all;
        print.setEnabled(true);
        return all.isEmpty()
                ? new EmptyState(
                        Glyph.LETTER,
                        Texts.text("disclosures.none.title"),
                        Texts.text("disclosures.none.text"))
                : new DisclosureTable(all, new DisclosureWords(Formats.current()));
    }

    private void print() {
        if (print.isEnabled()) {
            takeSheetAway();
            var zone = Formats.current().zone();
            var paper = new DisclosureSheet(patient, shown, new Formats(theirs, zone));
            sheet = paper;
            getUI().ifPresent(
                            ui -> {
                                ui.add(paper);
                                ui.getPage().executeJs("window.print()");
                            });
        }
    }

    private void takeSheetAway() {
        if (sheet != null) {
            sheet.removeFromParent();
        }
    }
}
