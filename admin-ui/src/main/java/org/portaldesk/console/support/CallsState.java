package org.portaldesk.console.support;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.UUID;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.contract.verification.Call;
import org.portaldesk.contract.verification.VerificationApi;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The calls about one patient. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class CallsState {

    private static final int LATEST = 10;

    private final VerificationApi api;
    private final CursorList<Call> calls;

    CallsState(VerificationApi api, Calls calls) {
        this.api = api;
        this.calls = new CursorList<>(calls);
    }

    void open(UUID patientId) {
        calls.open(cursor -> api.calls(patientId, cursor, LATEST));
    }

    CursorList<Call> calls() {
        return calls;
    }
}
