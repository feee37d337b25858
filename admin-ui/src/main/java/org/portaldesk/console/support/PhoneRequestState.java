package org.portaldesk.console.support;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.UUID;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.contract.portal.PortalCodeRequestApi;
import org.portaldesk.contract.portal.RequestCode;
import org.portaldesk.contract.request.PhoneCodeRequestApi;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** A request for a code that is taken by phone; what was said is passed on and not kept. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class PhoneRequestState {

    private final PhoneCodeRequestApi api;
    private final Act<PortalCodeRequestApi.Received> take;
    private String key = UUID.randomUUID().toString();

    PhoneRequestState(PhoneCodeRequestApi api, Calls calls) {
        this.api = api;
        this.take = new Act<>(calls);
    }

    /**
     * Puts it into the queue; tries of one request make one.
     *
     * @param language in which the requester is answered
     */
    void take(RequestCode request, String language) {
        take.start(api.take(request, language, key));
    }

    /** Begins with another caller. */
    void anew() {
        key = UUID.randomUUID().toString();
        take.reset();
    }

    Act<PortalCodeRequestApi.Received> take() {
        return take;
    }
}
