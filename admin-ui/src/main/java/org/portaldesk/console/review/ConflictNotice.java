package org.portaldesk.console.review;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.signals.Signal;
import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.console.widget.FailureText;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.Versioned;

/** Says who was faster, and when, and offers the request as it is now. Nothing is overwritten. */
public final class ConflictNotice<T extends Versioned> extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final Paragraph who = new Paragraph();

    /**
     * @param looked what else is to be done once the reviewer turns to the present state
     */
    public ConflictNotice(ApiFailure failure, Review<T> review, Runnable looked) {
        getContent().addClassName("notice");
        getContent().getElement().setAttribute("role", "alert");
        var look =
                new Button(
                        Texts.text("request.conflict.look"),
                        _ -> {
                            review.acceptPresent();
                            looked.run();
                        });
        var words = new Div(new Paragraph(FailureText.of(failure)), who);
        getContent().add(Glyph.ALERT.icon(), words, look);
        Signal.effect(
                this,
                () ->
                        who.setText(
                                review.present()
                                        .signal()
                                        .get()
                                        .shown()
                                        .map(review::conflict)
                                        .orElse("")));
    }
}
