package org.portaldesk.console.letter;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import org.portaldesk.console.widget.LoadablePanel;
import org.portaldesk.console.widget.Texts;

/** A batch that was printed before: its sheets, for the count and for what is spoilt. */
final class BatchDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private static final int SKELETON_LINES = 5;

    BatchDialog(LettersState state, boolean prints) {
        setHeaderTitle(Texts.text("batch.title"));
        setWidth("40rem");
        addClassName("print-dialog");
        add(
                new LoadablePanel<>(
                        state.batch().signal(),
                        batch -> new BatchPanel(state, batch, prints),
                        this::close,
                        SKELETON_LINES));
        getFooter().add(new Button(Texts.text("close"), _ -> close()));
    }
}
