package org.portaldesk.console.proxy;

import com.vaadin.flow.component.html.Div;
import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.console.widget.ActDialog;
import org.portaldesk.contract.proxy.ProxyRequest;

/** A decision on a request. Who was faster is told in it. */
abstract class ReviewDialog extends ActDialog<ProxyRequest> {

    private static final long serialVersionUID = 1L;

    private final transient ProxyReviewState state;

    ReviewDialog(ProxyReviewState state, String title, String verb, String doneKey) {
        super(state.decision(), title, verb, doneKey);
        this.state = state;
    }

    @Override
    protected final void tell(Div place, ApiFailure failure) {
        if (Conflict.is(failure)) {
            place.add(new ConflictNotice(failure, state, this::close));
        } else {
            super.tell(place, failure);
        }
    }
}
