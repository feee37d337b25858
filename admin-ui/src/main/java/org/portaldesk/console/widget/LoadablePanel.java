package org.portaldesk.console.widget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.signals.Signal;
import java.util.stream.IntStream;
import org.portaldesk.console.gateway.Loadable;

/**
 * Shows what a call answered: grey lines at first, then the answer; the old answer dimmed while a
 * new one is on its way; what went wrong, with a way to try again.
 */
public final class LoadablePanel<T> extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final SerializableFunction<T, Component> content;
    private final Runnable retry;
    private final int lines;

    /**
     * @param lines how many grey lines stand for the first answer
     */
    public LoadablePanel(
            Signal<Loadable<T>> signal,
            SerializableFunction<T, Component> content,
            Runnable retry,
            int lines) {
        this.content = content;
        this.retry = retry;
        this.lines = lines;
        getContent().addClassName("loadable");
        Signal.effect(this, () -> show(signal.get()));
    }

    private void show(Loadable<T> now) {
        getContent().setClassName("stale", now instanceof Loadable.Loading<T>);
        switch (now) {
            case Loadable.Loaded<T>(var value) -> put(content.apply(value));
            case Loadable.Failed<T>(var failure) -> put(new FailureNotice(failure, retry));
            case Loadable.Loading<T>(var previous) -> {
                if (previous == null) {
                    put(skeleton(lines));
                }
            }
        }
    }

    /** What stays in its place keeps its focus and how far it is scrolled. */
    private void put(Component component) {
        if (getContent().getChildren().findFirst().orElse(null) != component) {
            getContent().removeAll();
            getContent().add(component);
        }
    }

    /** Grey lines in the place of what is on its way. */
    public static Component skeleton(int lines) {
        var skeleton = new Div();
        skeleton.addClassName("skeleton");
        skeleton.getElement().setAttribute("role", "status");
        skeleton.getElement().setAttribute("aria-label", Texts.text("loading"));
        IntStream.range(0, lines).forEach(_ -> skeleton.add(new Div()));
        return skeleton;
    }
}
