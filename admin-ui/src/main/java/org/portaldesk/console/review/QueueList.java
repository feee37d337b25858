package org.portaldesk.console.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.signals.Signal;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.portaldesk.console.widget.EmptyState;
import org.portaldesk.console.widget.InSight;
import org.portaldesk.console.widget.ListFooter;
import org.portaldesk.console.widget.LoadablePanel;

/**
 * A queue as links in groups, which changes by itself. Rows stay the same elements while others
 * come and go, so that focus and scrolling stay where they are.
 *
 * @param <P> what the address says of it
 * @param <T> a row
 */
public final class QueueList<P, T> extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private static final int SKELETON_LINES = 8;

    /** How one family shows its queue. */
    public interface Look<P, T> extends Serializable {

        UUID id(T item);

        /** The groups that hold something; an item that has left this part is in none. */
        List<Group<T>> groups(P place, List<T> items);

        /** Puts what is shown of an item into its row, which is empty. */
        void fill(RouterLink row, P place, T item);

        EmptyState nothing(P place);
    }

    private final transient Look<P, T> look;
    private final transient LiveQueue<T> queue;
    private final QueueRows<P, T> rows;
    private final Div nothing = new Div();
    private final Div footer = new Div();
    private final Div all;

    public QueueList(LiveQueue<T> queue, Signal<P> place, Look<P, T> look, Runnable retry) {
        this.look = look;
        this.queue = queue;
        this.rows = new QueueRows<>(look);
        this.all = new Div(nothing, rows, footer);
        getContent().addClassName("queue-list");
        getContent().add(new LoadablePanel<>(queue.view(place), this::show, retry, SKELETON_LINES));
        InSight.of(this, queue::start, queue::stop);
    }

    private Component show(LiveQueue.View<P, T> view) {
        var groups = look.groups(view.place(), view.rows().items());
        nothing.removeAll();
        if (groups.isEmpty()) {
            nothing.add(look.nothing(view.place()));
        }
        rows.show(groups, view);
        footer.removeAll();
        footer.add(new ListFooter(view.rows(), queue.list()));
        return all;
    }
}
