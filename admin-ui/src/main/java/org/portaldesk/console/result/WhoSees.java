package org.portaldesk.console.result;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.widget.Panel;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.result.ViewerSight;
import org.portaldesk.contract.result.Visibility.Step;

/** Who sees a result now: the patient and each proxy, with the rule that decides and all others. */
final class WhoSees extends Composite<Panel> {

    private static final long serialVersionUID = 1L;

    /**
     * @param consent asks for a proxy's consent to be recorded, or ended; nothing for those who may
     *     not
     */
    WhoSees(List<ViewerSight> viewers, @Nullable BiConsumer<ViewerSight, Boolean> consent) {
        getContent().addClassName("who-sees");
        viewers.forEach(
                one -> {
                    var line = line(one);
                    if (consent != null) {
                        addConsent(line, one, consent);
                    }
                    getContent().add(line);
                });
    }

    private static void addConsent(
            Div line, ViewerSight one, BiConsumer<ViewerSight, Boolean> consent) {
        if (isHiddenAsSensitive(one)) {
            line.add(new Button(Texts.text("consent.give"), _ -> consent.accept(one, true)));
        } else if (one.trace().stream().anyMatch(step -> step.rule().equals("CONSENT"))) {
            line.add(new Button(Texts.text("consent.end"), _ -> consent.accept(one, false)));
        }
    }

    private static boolean isHiddenAsSensitive(ViewerSight one) {
        return !one.visible() && one.trace().getLast().rule().equals("SENSITIVITY");
    }

    @Override
    protected Panel initContent() {
        return new Panel(Texts.text("who.title"));
    }

    private static Div line(ViewerSight one) {
        var name = new Span(one.name());
        name.addClassName("strong");
        var kind = new Span(Texts.text(isPatient(one) ? "who.patient" : "who.proxy"));
        kind.addClassName("secondary");
        var badge =
                one.visible()
                        ? new StatusBadge(Tone.GOOD, Texts.text("who.sees"))
                        : new StatusBadge(Tone.LOCKED, Texts.text("who.seesNot"));
        var head = new Div(name, kind, badge);
        head.addClassName("acts");
        var steps = new OrderedList();
        one.trace().forEach(step -> steps.add(new ListItem(words(step))));
        var why = new Details(words(one.trace().getLast()), steps);
        var line = new Div(head, why);
        line.addClassName("lines");
        return line;
    }

    private static boolean isPatient(ViewerSight one) {
        return one.viewer().equals("patient");
    }

    private static String words(Step step) {
        return Texts.text(
                "who.step",
                Texts.ofWord("who.rule." + step.rule(), step.effect().name()),
                step.citation());
    }
}
