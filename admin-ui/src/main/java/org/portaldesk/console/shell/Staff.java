package org.portaldesk.console.shell;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import java.util.Arrays;
import java.util.Optional;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.Latest;
import org.portaldesk.console.gateway.Loadable;
import org.portaldesk.contract.identity.Me;
import org.portaldesk.contract.identity.MeApi;
import org.portaldesk.contract.identity.Permission;

/** Who is signed in, as the API says it. The console is built from what they may do. */
@SpringComponent
@VaadinSessionScope
public class Staff {

    private final MeApi api;
    private final Latest<Me> me;

    public Staff(MeApi api, Calls calls) {
        this.api = api;
        this.me = new Latest<>(calls);
    }

    /** Whether this person may do that; nobody may do anything before the API has answered. */
    public boolean may(Permission permission) {
        return me.value().map(known -> known.permissions().contains(permission)).orElse(false);
    }

    /** Whether this person may open that screen. */
    boolean mayOpen(Class<?> view) {
        var requires = view.getAnnotation(Requires.class);
        return requires == null || Arrays.stream(requires.value()).anyMatch(this::may);
    }

    Signal<Loadable<Me>> signal() {
        return me.signal();
    }

    /** Who this is; nobody before the API has answered. */
    public Optional<Me> me() {
        return me.value();
    }

    /** Asks the API who this is. */
    void load() {
        me.load(api.me());
    }
}
