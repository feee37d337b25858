package org.portaldesk.console.review;

import com.vaadin.flow.component.html.Div;
import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.console.widget.ActDialog;
import org.portaldesk.contract.Versioned;

/** A decision on a request. Who was faster is told in it. */
public abstract class ReviewDialog<T extends Versioned> extends ActDialog<T> {

    private static final long serialVersionUID = 1L;

    private final transient Review<T> review;

    protected ReviewDialog(Review<T> review, String title, String verb, String doneKey) {
        super(review.decision(), title, verb, doneKey);
        this.review = review;
    }

    /** Says, under the words of a refusal, what helps. */
    protected void addHelp(Div place, ApiFailure failure) {}

    @Override
    protected final void tell(Div place, ApiFailure failure) {
        if (Conflict.is(failure)) {
            place.add(new ConflictNotice<>(failure, review, this::close));
            return;
        }
        super.tell(place, failure);
        addHelp(place, failure);
    }
}
