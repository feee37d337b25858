package org.portaldesk.console.support;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.UUID;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.console.widget.ListFooter;
import org.portaldesk.console.widget.LoadablePanel;
import org.portaldesk.console.widget.Panel;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.verification.Call;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The calls about a patient, newest first: who called, how it came out, what was done. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class CallsPanel extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private static final int SKELETON_LINES = 3;

    private final transient CallsState state;

    CallsPanel(CallsState state) {
        this.state = state;
        getContent()
                .add(
                        new Panel(
                                Texts.text("calls.title"),
                                new LoadablePanel<>(
                                        state.calls().signal(),
                                        this::show,
                                        state.calls()::reload,
                                        SKELETON_LINES)));
    }

    /** Shows the calls about this patient. */
    public void open(UUID patientId) {
        state.open(patientId);
    }

    private Component show(CursorList.Rows<Call> rows) {
        if (rows.items().isEmpty()) {
            var nothing = new Span(Texts.text("calls.none"));
            nothing.addClassName("secondary");
            return nothing;
        }
        var list = new OrderedList();
        list.addClassNames("timeline", "calls");
        rows.items().forEach(call -> list.add(new CallItem(call)));
        var all = new Div(list);
        if (rows.next() != null) {
            all.add(new ListFooter(rows, state.calls()));
        }
        return all;
    }
}
