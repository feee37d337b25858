package org.portaldesk.console.widget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;

/**
 * Which part of a list is shown, as links in a row: each has an address of its own, and the one
 * that is shown says so.
 */
public final class FilterLinks extends Composite<Nav> {

    private static final long serialVersionUID = 1L;

    private final Class<? extends Component> view;
    private final String label;

    /**
     * @param query what its address adds to that of the screen
     * @param current whether it is the one that is shown
     */
    public record Option(String text, QueryParameters query, boolean current) {}

    /**
     * @param label what the links choose between
     */
    public FilterLinks(String label, Class<? extends Component> view) {
        this.label = label;
        this.view = view;
        getContent().addClassName("filter-links");
        getContent().getElement().setAttribute("aria-label", label);
    }

    /** Shows these links in the place of those before. */
    public void offer(List<Option> options) {
        var name = new Span(label);
        name.addClassName("secondary");
        name.getElement().setAttribute("aria-hidden", "true");
        getContent().removeAll();
        getContent().add(name);
        options.forEach(option -> getContent().add(link(option)));
    }

    private RouterLink link(Option option) {
        var link = new RouterLink(option.text(), view);
        link.setQueryParameters(option.query());
        if (option.current()) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }
}
