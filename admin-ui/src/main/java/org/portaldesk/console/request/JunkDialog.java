package org.portaldesk.console.request;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.Loadable;
import org.portaldesk.console.widget.FailureNotice;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.request.CodeRequestJunkApi.JunkGroup;
import org.portaldesk.contract.request.CodeRequestJunkApi.Removed;

/** Requests that networks sent in bulk; all that are chosen go in one act. */
final class JunkDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    final CheckboxGroup<JunkGroup> groups = new CheckboxGroup<>();
    final Button remove = new Button("", _ -> remove());
    private final Div outcome = new Div();
    private final transient JunkState state;

    JunkDialog(JunkState state, Runnable removed) {
        this.state = state;
        setHeaderTitle(Texts.text("junk.title"));
        setWidth("46rem");
        groups.setAriaLabel(Texts.text("junk.title"));
        groups.setItemLabelGenerator(JunkDialog::line);
        groups.addValueChangeListener(_ -> offer());
        remove.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        add(new Paragraph(Texts.text("junk.text")), groups, outcome);
        getFooter().add(new Button(Texts.text("close"), _ -> close()), remove);
        offer();
        Signal.effect(this, () -> show(state.groups().signal().get()));
        Signal.effect(this, () -> follow(state.removal().signal().get(), removed));
        state.read();
    }

    private static String line(JunkGroup group) {
        var formats = Formats.current();
        return Texts.text(
                "junk.line",
                group.requests(),
                formats.moment(group.firstAt()),
                formats.moment(group.lastAt()),
                String.join(", ", group.names()));
    }

    private void offer() {
        var chosen = groups.getValue().stream().mapToInt(JunkGroup::requests).sum();
        remove.setText(Texts.text("junk.remove", chosen));
        remove.setEnabled(chosen > 0);
    }

    private void remove() {
        state.remove(groups.getValue().stream().map(JunkGroup::group).toList());
    }

    private void show(Loadable<Page<JunkGroup>> now) {
        now.shown()
                .ifPresent(
                        page -> {
                            groups.setItems(page.items());
                            groups.setVisible(!page.items().isEmpty());
                            if (page.items().isEmpty()) {
                                outcome.add(new Span(Texts.text("junk.none")));
                            }
                        });
    }

    private void follow(Act.State<Removed> now, Runnable removed) {
        switch (now) {
            case Act.State.Idle<Removed>(), Act.State.Running<Removed>() ->
                    remove.setEnabled(
                            now instanceof Act.State.Idle && !groups.getValue().isEmpty());
            case Act.State.Done<Removed>(var done) -> {
                outcome.removeAll();
                outcome.add(new Span(Texts.text("junk.removed", done.removed())));
                groups.clear();
                state.read();
                removed.run();
            }
            case Act.State.Failed<Removed>(var failure) -> {
                outcome.removeAll();
                outcome.add(new FailureNotice(failure, null));
                offer();
            }
        }
    }
}
