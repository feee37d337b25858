package org.portaldesk.console.widget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** Named values under each other. A value that is not on record is left out. */
public final class Facts extends Composite<DescriptionList> {

    private static final long serialVersionUID = 1L;

    public Facts() {
        getContent().addClassName("facts");
    }

    /** Adds one, unless there is no value. */
    public Facts with(String name, @Nullable String value) {
        return value == null || value.isBlank() ? this : with(name, new Span(value));
    }

    /** Adds one. */
    public Facts with(String name, Component value) {
        var description = new DescriptionList.Description();
        description.add(value);
        getContent().add(new DescriptionList.Term(name), description);
        return this;
    }
}
