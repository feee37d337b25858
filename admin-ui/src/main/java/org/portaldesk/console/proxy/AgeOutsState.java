package org.portaldesk.console.proxy;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import com.vaadin.flow.spring.annotation.SpringComponent;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.contract.proxy.AgeOut;
import org.portaldesk.contract.proxy.ProxyApi;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** What birthdays and new policies will do to grants. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class AgeOutsState {

    private static final int DAYS = 90;

    private final ProxyApi api;
    private final CursorList<AgeOut> ahead;
    private final ValueSignal<Boolean> exceptions = new ValueSignal<>(false);

    AgeOutsState(ProxyApi api, Calls calls) {
        this.api = api;
        this.ahead = new CursorList<>(calls);
    }

    /**
     * Reads the next ninety days.
     *
     * @param only those that somebody must look at
     */
    void open(boolean only) {
        exceptions.set(only);
        ahead.open(cursor -> api.ageOuts(DAYS, only ? true : null, cursor, null));
    }

    CursorList<AgeOut> ahead() {
        return ahead;
    }

    Signal<Boolean> exceptions() {
        return exceptions.asReadonly();
    }
}
