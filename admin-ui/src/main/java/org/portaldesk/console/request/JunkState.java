package org.portaldesk.console.request;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.Latest;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.request.CodeRequestJunkApi;
import org.portaldesk.contract.request.CodeRequestJunkApi.JunkGroup;
import org.portaldesk.contract.request.CodeRequestJunkApi.RemoveJunk;
import org.portaldesk.contract.request.CodeRequestJunkApi.Removed;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** What came in bulk, and its removal. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class JunkState {

    private final CodeRequestJunkApi api;
    private final Latest<Page<JunkGroup>> groups;
    private final Act<Removed> removal;

    JunkState(CodeRequestJunkApi api, Calls calls) {
        this.api = api;
        this.groups = new Latest<>(calls);
        this.removal = new Act<>(calls);
    }

    void read() {
        groups.load(api.junk());
    }

    void remove(List<String> chosen) {
        removal.start(api.remove(new RemoveJunk(chosen)));
    }

    Latest<Page<JunkGroup>> groups() {
        return groups;
    }

    Act<Removed> removal() {
        return removal;
    }
}
