package org.portaldesk.console.widget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** A titled part of a screen, with its acts beside the title. */
public final class Panel extends Composite<Section> {

    private static final long serialVersionUID = 1L;

    private final Div acts = new Div();

    public Panel(String title, Component... content) {
        var heading = new H2(title);
        var head = new Div(heading, acts);
        head.addClassName("panel-head");
        acts.addClassName("acts");
        getContent().addClassName("panel");
        getContent().setAriaLabel(title);
        getContent().add(head);
        getContent().add(content);
    }

    /** Puts acts beside the title. */
    public Panel withActs(Component... components) {
        acts.add(components);
        return this;
    }

    /** Adds more content. */
    public void add(Component... components) {
        getContent().add(components);
    }
}
