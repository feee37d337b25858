package org.portaldesk.console.proxy;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.widget.DayField;
import org.portaldesk.console.widget.Panel;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.proxy.AccessClass;
import org.portaldesk.contract.proxy.ProxyKind;
import org.portaldesk.contract.proxy.ProxyRequest;

/**
 * What the decision needs, to be ticked with the form in view. It stays the same while the request
 * is read anew, so nothing that was ticked is lost.
 */
final class ChecklistPanel extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    final Map<Check, Checkbox> boxes = new EnumMap<>(Check.class);
    final DayField until = new DayField(Texts.text("checklist.until"));
    final Span left = new Span();
    private final Span pages = new Span();
    final PapersField papers;
    private final transient ProxyReviewState state;
    private final transient ProxyRequest request;
    private final ProxyKind kind;

    /**
     * @param enabled whether this person ticks, or only reads
     */
    ChecklistPanel(ProxyReviewState state, ProxyRequest request, boolean enabled) {
        this.state = state;
        this.request = request;
        this.kind = request.kind();
        this.papers = new PapersField(state, request);
        var list = new Div();
        list.addClassName("checklist");
        pages.addClassName("check-pages");
        if (!request.documents().isEmpty()) {
            list.add(pages);
        }
        list.add(papers);
        Check.of(kind).forEach(check -> list.add(box(check)));
        var panel = new Panel(Texts.text("checklist.title"), list);
        panel.withActs(left);
        left.getElement().setAttribute("role", "status");
        addEnd(panel);
        panel.add(new AreasField(state, request));
        var code = new Checkbox(Texts.text("checklist.patientCode"));
        code.addValueChangeListener(
                change -> state.change(now -> now.withPatientCode(change.getValue())));
        if (request.accessClass() != AccessClass.MINOR_FULL) {
            panel.add(code);
        }
        if (enabled) {
            panel.add(exception(request));
        }
        getContent().add(panel);
        getContent().setEnabled(enabled);
        Shortcut.CHECKLIST.on(this, this::focusFirst);
        Signal.effect(this, () -> follow(state.draft().get(), state.form().pages().get()));
    }

    private void addEnd(Panel panel) {
        until.setHelperText(
                Texts.text(
                        kind == ProxyKind.ADULT
                                ? "checklist.until.adult"
                                : "checklist.until.minor"));
        until.addValueChangeListener(change -> state.change(now -> now.until(change.getValue())));
        panel.add(until);
    }

    private Div exception(ProxyRequest request) {
        var propose =
                new Button(
                        Texts.text("proxy.propose"),
                        _ ->
                                state.review()
                                        .request()
                                        .value()
                                        .ifPresent(now -> new ProposeDialog(state, now).open()));
        var words =
                new Paragraph(
                        Texts.text(
                                request.accessClass() == AccessClass.NONE
                                        ? "proxy.propose.none"
                                        : "proxy.propose.other"));
        words.addClassName("secondary");
        var exception = new Div(words, propose);
        exception.addClassName("exception");
        return exception;
    }

    private Checkbox box(Check check) {
        var box = new Checkbox(Texts.of("check", check));
        box.setHelperText(Texts.text("check." + check.name() + ".help"));
        box.setValue(state.draft().peek().ticked().contains(check));
        box.addValueChangeListener(
                change -> state.change(now -> now.tick(check, change.getValue())));
        boxes.put(check, box);
        return box;
    }

    /** Puts the focus on what is missing first. */
    void focusFirst() {
        var open = boxes.values().stream().filter(box -> !box.getValue()).findFirst();
        if (open.isPresent()) {
            open.get().focus();
        } else if (state.draft().peek().lacksPaper(request) && !papers.types.isEmpty()) {
            papers.types.getFirst().focus();
        } else {
            until.focus();
        }
    }

    private void follow(Draft draft, FormState.Pages seen) {
        pages.removeAll();
        pages.add(
                new StatusBadge(
                        seen.allSeen() ? Tone.GOOD : Tone.WATCH,
                        Texts.text("check.pages", seen.seenCount(), seen.sheets().size())));
        var open =
                Check.of(kind).stream().filter(one -> !draft.ticked().contains(one)).count()
                        + (seen.allSeen() ? 0 : 1)
                        + (draft.lacksPaper(request) ? 1 : 0)
                        + missing(draft.expiresOn());
        left.removeAll();
        left.add(
                open == 0
                        ? new StatusBadge(Tone.GOOD, Texts.text("checklist.complete"))
                        : new StatusBadge(Tone.WATCH, Texts.text("checklist.left", open)));
    }

    private int missing(@Nullable LocalDate day) {
        return kind == ProxyKind.ADULT && day == null ? 1 : 0;
    }
}
