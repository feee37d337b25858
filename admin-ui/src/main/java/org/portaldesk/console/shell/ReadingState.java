package org.portaldesk.console.shell;

import com.vaadin.flow.spring.annotation.SpringComponent;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.contract.privacy.ReadingApi;
import org.portaldesk.contract.privacy.ReadingApi.Explanation;
import org.portaldesk.contract.privacy.ReadingApi.ReadingBudget;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The reason on its way. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class ReadingState {

    private final ReadingApi api;
    private final Act<ReadingBudget> explaining;

    ReadingState(ReadingApi api, Calls calls) {
        this.api = api;
        this.explaining = new Act<>(calls);
    }

    void explain(String reason) {
        explaining.start(api.explain(new Explanation(reason)));
    }

    Act<ReadingBudget> explaining() {
        return explaining;
    }
}
