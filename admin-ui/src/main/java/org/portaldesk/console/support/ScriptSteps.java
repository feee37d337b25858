package org.portaldesk.console.support;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Locale;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.verification.Fact;

/** The questions in a row: recorded, skipped, or still to come; each can be gone back to. */
final class ScriptSteps extends Composite<OrderedList> {

    private static final long serialVersionUID = 1L;

    private final SerializableConsumer<Fact> chosen;

    ScriptSteps(SerializableConsumer<Fact> chosen) {
        this.chosen = chosen;
        getContent().addClassName("steps");
        getContent().getElement().setAttribute("aria-label", Texts.text("script.steps"));
    }

    void show(Script script) {
        getContent().removeAll();
        for (int place = 0; place < script.lines().size(); place++) {
            getContent().add(new ListItem(step(script, place)));
        }
    }

    private NativeButton step(Script script, int place) {
        var line = script.lines().get(place);
        var button = new NativeButton("", _ -> chosen.accept(line.fact()));
        var sign = new Span(sign(line.standing(), place));
        sign.getElement().setAttribute("aria-hidden", "true");
        button.add(sign, new Span(words(line)));
        button.addClassNames("step", line.standing().name().toLowerCase(Locale.ROOT));
        if (place == script.at()) {
            button.getElement().setAttribute("aria-current", "step");
        }
        return button;
    }

    private static String sign(Script.Standing standing, int place) {
        return switch (standing) {
            case OPEN -> String.valueOf(place + 1);
            case RECORDED -> "●";
            case SKIPPED -> "–";
        };
    }

    private static String words(Script.Line line) {
        var fact = Texts.of("fact", line.fact());
        return switch (line.standing()) {
            case OPEN -> fact;
            case RECORDED -> Texts.text("script.recorded", fact);
            case SKIPPED -> Texts.text("script.skipped", fact);
        };
    }
}
