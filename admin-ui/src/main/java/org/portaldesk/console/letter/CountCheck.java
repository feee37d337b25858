package org.portaldesk.console.letter;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;

/**
 * Holds the pile on the desk against the batch: the person counts first and types, then the desk
 * says whether both counts agree. The field does not suggest the answer.
 */
final class CountCheck extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    final IntegerField counted = new IntegerField(Texts.text("count.field"));
    final Button compare = new Button(Texts.text("count.compare"), _ -> compare());
    final Div verdict = new Div();
    private final int expected;

    /**
     * @param expected how many letters the batch has, a sheet each
     */
    CountCheck(int expected) {
        this.expected = expected;
        getContent().addClassName("count-check");
        counted.setMin(0);
        counted.setStepButtonsVisible(false);
        counted.setHelperText(Texts.text("count.help"));
        counted.addKeyPressListener(Key.ENTER, _ -> compare());
        verdict.getElement().setAttribute("role", "status");
        var line = new Div(counted, compare);
        line.addClassName("count-line");
        getContent().add(line, verdict);
    }

    private void compare() {
        verdict.removeAll();
        Integer pile = counted.getValue();
        if (pile == null || pile < 0) {
            verdict.add(new StatusBadge(Tone.WATCH, Texts.text("count.type")));
        } else if (pile == expected) {
            verdict.add(new StatusBadge(Tone.GOOD, Texts.text("count.agrees", expected)));
        } else {
            explain(pile);
        }
    }

    private void explain(int pile) {
        int off = Math.abs(expected - pile);
        var kind = pile < expected ? "missing" : "surplus";
        verdict.add(
                new StatusBadge(Tone.DANGER, Texts.text("count.differs", expected, pile)),
                new Paragraph(Texts.text("count." + kind, off)));
    }
}
