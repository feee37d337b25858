package org.portaldesk.console.request;

import com.vaadin.flow.component.html.Div;
import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.console.widget.ActDialog;
import org.portaldesk.contract.request.CodeRequest;

/** A decision on a request. Who was faster is told in it. */
abstract class ReviewDialog extends ActDialog<CodeRequest> {

    private static final long serialVersionUID = 1L;

    private final transient ReviewState state;

    ReviewDialog(ReviewState state, String title, String verb, String doneKey) {
        super(state.decision(), title, verb, doneKey);
        this.state = state;
    }

    /** Says, under the words of a refusal, what helps. */
    void addHelp(Div place, ApiFailure failure) {}

    @Override
    protected final void tell(Div place, ApiFailure failure) {
        if (Conflict.is(failure)) {
            place.add(new ConflictNotice(failure, state, this::close));
            return;
        }
        super.tell(place, failure);
        addHelp(place, failure);
    }
}
