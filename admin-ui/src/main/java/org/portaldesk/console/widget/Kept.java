package org.portaldesk.console.widget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableFunction;
import org.jspecify.annotations.Nullable;

/**
 * A part of a screen that is made anew only when what it shows has changed, so that it keeps focus
 * and what was typed while other things around it change.
 *
 * @param <T> what it shows; compared by value
 */
public final class Kept<T> extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final SerializableFunction<T, Component> make;
    private transient @Nullable T shown;

    public Kept(SerializableFunction<T, Component> make) {
        this.make = make;
    }

    /** Shows this from now on. */
    public void show(T now) {
        if (!now.equals(shown)) {
            shown = now;
            getContent().removeAll();
            getContent().add(make.apply(now));
        }
    }
}
