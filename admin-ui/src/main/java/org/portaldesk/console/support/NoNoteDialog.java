package org.portaldesk.console.support;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.Command;
import org.portaldesk.console.widget.Texts;

/** Holds up whoever leaves a call without its note. */
final class NoNoteDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    NoNoteDialog(Command leave, Command stay) {
        setHeaderTitle(Texts.text("noNote.title"));
        setWidth("28rem");
        add(new Paragraph(Texts.text("noNote.text")));
        var back = new Button(Texts.text("noNote.stay"), _ -> close());
        back.addThemeVariants(ButtonVariant.PRIMARY);
        var without =
                new Button(
                        Texts.text("noNote.leave"),
                        _ -> {
                            close();
                            leave.execute();
                        });
        addDialogCloseActionListener(
                _ -> {
                    close();
                    stay.execute();
                });
        back.addClickListener(_ -> stay.execute());
        getFooter().add(without, back);
    }
}
