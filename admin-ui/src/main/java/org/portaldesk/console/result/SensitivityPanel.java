package org.portaldesk.console.result;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.Arrays;
import java.util.List;
import org.portaldesk.console.widget.Panel;
import org.portaldesk.console.widget.ReasonDialog;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.policy.PolicyRules.SensitiveTag;
import org.portaldesk.contract.result.Result;

/** Why proxies do not see a result, and what staff can say of it. */
final class SensitivityPanel extends Composite<Panel> {

    private static final long serialVersionUID = 1L;

    private final transient ResultState state;
    private final transient Result result;

    /**
     * @param mayTag whether this member of staff can say what is sensitive
     */
    SensitivityPanel(ResultState state, Result result, boolean mayTag) {
        this.state = state;
        this.result = result;
        getContent().add(new Span(said(result.tags())));
        if (mayTag) {
            getContent().add(acts());
        }
    }

    @Override
    protected Panel initContent() {
        return new Panel(Texts.text("tag.title"));
    }

    private static String said(List<String> tags) {
        return tags.isEmpty()
                ? Texts.text("tag.none")
                : Texts.text("result.tags")
                        + ": "
                        + String.join(", ", tags.stream().map(SensitivityPanel::word).toList());
    }

    private Div acts() {
        var acts = new Div(mark());
        acts.addClassName("acts");
        result.tags().stream()
                .map(SensitiveTag::valueOf)
                .forEach(
                        tag ->
                                acts.add(
                                        new Button(
                                                Texts.text("tag.unmark", word(tag.name())),
                                                _ -> ask(tag, false))));
        return acts;
    }

    private Select<SensitiveTag> mark() {
        var mark = new Select<SensitiveTag>();
        mark.setLabel(Texts.text("tag.mark"));
        mark.setItems(
                Arrays.stream(SensitiveTag.values())
                        .filter(tag -> !result.tags().contains(tag.name()))
                        .toList());
        mark.setItemLabelGenerator(tag -> word(tag.name()));
        mark.addValueChangeListener(
                chosen -> {
                    if (chosen.getValue() != null) {
                        ask(chosen.getValue(), true);
                        mark.clear();
                    }
                });
        return mark;
    }

    private void ask(SensitiveTag tag, boolean sensitive) {
        var key = sensitive ? "tag.mark" : "tag.unmark";
        var first = sensitive ? ".reason.content" : ".reason.routine";
        var second = sensitive ? ".reason.clinic" : ".reason.wrong";
        var words =
                new ReasonDialog.Words(
                        Texts.text(key + ".ask", word(tag.name())),
                        Texts.text(key + ".text", word(tag.name())),
                        List.of(
                                Texts.text(key + first),
                                Texts.text(key + second),
                                Texts.text("reason.other")),
                        Texts.text(key + ".verb"));
        new ReasonDialog(
                        words,
                        state.act(),
                        !sensitive,
                        reason -> state.tag(result, tag, sensitive, reason))
                .open();
    }

    private static String word(String tag) {
        return Texts.ofWord("result.tag", tag);
    }
}
