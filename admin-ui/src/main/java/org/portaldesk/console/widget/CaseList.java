package org.portaldesk.console.widget;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.signals.Signal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.console.gateway.Loadable;

/**
 * A list of cases over pages of the API, in one grid with “Load more” beneath. All rows read so far
 * are in the page, so selection and screen readers see them all.
 *
 * @param <T> the row, told apart by the given identity
 */
public final class CaseList<T> extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private static final int NARROW = 720;
    private static final int SKELETON_LINES = 6;

    private final CursorList<T> list;
    private final SerializableFunction<T, Object> identity;
    private final Grid<T> grid = new Grid<>();
    private final Div footer = new Div();
    private final Div place = new Div();
    private final List<Grid.Column<T>> wideOnly = new ArrayList<>();
    private Component empty = new Span();
    private @Nullable T focused;

    /**
     * @param identity what stays the same when a row changes, such as its id
     * @param label what the list holds, for screen readers
     */
    public CaseList(CursorList<T> list, SerializableFunction<T, Object> identity, String label) {
        this.list = list;
        this.identity = identity;
        grid.setAriaLabel(label);
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
        grid.addCellFocusListener(focus -> focused = focus.getItem().orElse(null));
        footer.addClassName("case-list-footer");
        getContent().addClassName("case-list");
        getContent().add(place, footer);
        Signal.effect(this, () -> show(list.signal().get()));
    }

    /** The grid, for its columns. */
    public Grid<T> grid() {
        return grid;
    }

    /** What stands in the place of no rows. */
    public void whenEmpty(Component empty) {
        boolean shown = this.empty.getParent().isPresent();
        this.empty = empty;
        if (shown) {
            put(empty);
        }
    }

    /** Hides a column where there is no room for it. */
    public void onlyWhenWide(Grid.Column<T> column) {
        wideOnly.add(column);
    }

    /** What a click or Enter on a row does. */
    public void onOpen(SerializableConsumer<T> open) {
        grid.addClassName("opens");
        grid.addItemClickListener(click -> open.accept(click.getItem()));
        Shortcuts.addShortcutListener(grid, () -> openFocused(open), Key.ENTER).listenOn(grid);
    }

    /** Puts the focus on the first row, such as from a search field above. */
    public void focusFirstRow() {
        grid.getElement()
                .executeJs(
                        "const cell = this.$.items.querySelector('[part~=\"body-cell\"]');"
                                + "if (cell) cell.focus();");
    }

    private void openFocused(SerializableConsumer<T> open) {
        if (focused != null) {
            open.accept(focused);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var page = event.getUI().getPage();
        // The size is told on asking, and from then on whenever it changes.
        page.retrieveExtendedClientDetails(details -> fit(details.getWindowInnerWidth()));
        var size = page.windowSizeSignal();
        Signal.effect(this, () -> fit(size.get().width()));
    }

    private void fit(int width) {
        if (width > 0) {
            wideOnly.forEach(column -> column.setVisible(width > NARROW));
        }
    }

    private void show(Loadable<CursorList.Rows<T>> now) {
        getContent().setClassName("stale", now instanceof Loadable.Loading<?>);
        switch (now) {
            case Loadable.Loaded<CursorList.Rows<T>>(var rows) -> showRows(rows);
            case Loadable.Failed<CursorList.Rows<T>>(var failure) -> {
                put(new FailureNotice(failure, list::reload));
                footer.removeAll();
            }
            case Loadable.Loading<CursorList.Rows<T>>(var previous) -> {
                if (previous == null) {
                    put(LoadablePanel.skeleton(SKELETON_LINES));
                    footer.removeAll();
                }
            }
        }
    }

    private void showRows(CursorList.Rows<T> rows) {
        grid.setItems(rows.items()).setIdentifierProvider(identity::apply);
        put(rows.items().isEmpty() ? empty : grid);
        footer.removeAll();
        if (rows.more() instanceof Loadable.Failed<Integer>(var failure)) {
            footer.add(new FailureNotice(failure, list::more));
        } else if (rows.next() != null) {
            footer.add(new Span(Texts.text("list.shown", rows.items().size())), more(rows));
        } else if (!rows.items().isEmpty()) {
            footer.add(new Span(Texts.text("list.all", rows.items().size())));
        }
    }

    private Button more(CursorList.Rows<T> rows) {
        var more = new Button(Texts.text("list.more"), _ -> list.more());
        more.setEnabled(!(rows.more() instanceof Loadable.Loading<?>));
        return more;
    }

    private void put(Component component) {
        if (place.getChildren().findFirst().orElse(null) != component) {
            place.removeAll();
            place.add(component);
        }
    }
}
