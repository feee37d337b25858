package org.portaldesk.console.shell;

import com.vaadin.flow.component.Component;
import org.portaldesk.console.widget.Glyph;

/**
 * A screen that navigation and palette lead to.
 *
 * @param order its place in the navigation, from above
 * @param titleKey the key of its name
 * @param view needs {@link Requires}, which also says who sees the entry
 */
public record Destination(
        int order, String titleKey, Glyph glyph, Class<? extends Component> view) {}
