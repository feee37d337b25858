package org.portaldesk.console.activation;

import com.vaadin.flow.spring.annotation.SpringComponent;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.contract.activation.ActivationCode;
import org.portaldesk.contract.activation.ActivationCodeApi;
import org.portaldesk.contract.activation.Reason;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The codes of all patients, newest first. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class CodeQueueState {

    private final ActivationCodeApi api;
    private final CursorList<ActivationCode> codes;
    private final Act<ActivationCode> revoke;

    CodeQueueState(ActivationCodeApi api, Calls calls) {
        this.api = api;
        this.codes = new CursorList<>(calls);
        this.revoke = new Act<>(calls);
    }

    void open(CodeFilter filter) {
        codes.open(cursor -> api.list(filter.state(), filter.channel(), cursor, null));
    }

    /** Ends a live code. After a conflict the list is read anew, so that it tells what happened. */
    void revoke(ActivationCode code, String reason) {
        revoke.start(
                api.revoke(code.id(), new Reason(reason), "\"" + code.version() + "\"")
                        .doOnNext(after -> codes.replace(row -> row.id().equals(after.id()), after))
                        .doOnError(_ -> codes.reload()));
    }

    CursorList<ActivationCode> codes() {
        return codes;
    }

    Act<ActivationCode> revoke() {
        return revoke;
    }
}
