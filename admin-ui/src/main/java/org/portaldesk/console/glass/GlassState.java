package org.portaldesk.console.glass;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.UUID;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.contract.privacy.Restriction;
import org.portaldesk.contract.privacy.RestrictionApi;
import org.portaldesk.contract.privacy.RestrictionApi.BreakGlass;
import org.portaldesk.contract.privacy.RestrictionApi.BrokenGlass;
import org.portaldesk.contract.privacy.RestrictionApi.GlassReason;
import org.portaldesk.contract.privacy.RestrictionApi.Restrict;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Which records are restricted, and what is done about it. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class GlassState {

    private final RestrictionApi api;
    private final CursorList<Restriction> restrictions;
    private final Act<Restriction> restrict;
    private final Act<Boolean> lift;
    private final Act<BrokenGlass> breaking;

    GlassState(RestrictionApi api, Calls calls) {
        this.api = api;
        this.restrictions = new CursorList<>(calls);
        this.restrict = new Act<>(calls);
        this.lift = new Act<>(calls);
        this.breaking = new Act<>(calls);
    }

    /** Asks for all of them. */
    void openAll() {
        restrictions.open(cursor -> api.list(null, cursor, null));
    }

    /** Asks about one patient; the list has one row or none. */
    void openOne(UUID patient) {
        restrictions.open(cursor -> api.list(patient, cursor, null));
    }

    void restrict(UUID patient, String reason) {
        restrict.start(
                api.restrict(patient, new Restrict(reason)).doOnTerminate(restrictions::reload));
    }

    void lift(UUID patient, String reason) {
        lift.start(
                api.lift(patient, new Restrict(reason))
                        .thenReturn(true)
                        .doOnTerminate(restrictions::reload));
    }

    void breakGlass(UUID patient, GlassReason reason, String note) {
        breaking.start(api.breakGlass(patient, new BreakGlass(reason, note)));
    }

    CursorList<Restriction> restrictions() {
        return restrictions;
    }

    Act<Restriction> restrict() {
        return restrict;
    }

    Act<Boolean> lift() {
        return lift;
    }

    Act<BrokenGlass> breaking() {
        return breaking;
    }
}
