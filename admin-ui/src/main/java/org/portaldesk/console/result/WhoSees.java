package org.portaldesk.console.result;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.portaldesk.console.widget.Panel;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.result.ViewerSight;
import org.portaldesk.contract.result.Visibility.Step;

/** Who sees a result now: the patient and each proxy, with the rule that decides and all others. */
final class WhoSees extends Composite<Panel> {

    private static final long serialVersionUID = 1L;

    WhoSees(List<ViewerSight> viewers) {
        getContent().addClassName("who-sees");
        viewers.forEach(one -> getContent().add(line(one)));
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
