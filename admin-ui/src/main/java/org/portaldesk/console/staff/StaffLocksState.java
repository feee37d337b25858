package org.portaldesk.console.staff;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.UUID;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.contract.staff.StaffLock;
import org.portaldesk.contract.staff.StaffLockApi;
import org.portaldesk.contract.staff.StaffLockApi.Release;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Who of staff is locked out, and their release. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class StaffLocksState {

    private final StaffLockApi api;
    private final CursorList<StaffLock> locks;
    private final Act<Boolean> release;

    StaffLocksState(StaffLockApi api, Calls calls) {
        this.api = api;
        this.locks = new CursorList<>(calls);
        this.release = new Act<>(calls);
    }

    void open() {
        locks.open(_ -> api.list());
    }

    void release(UUID person, String reason) {
        release.start(
                api.release(person, new Release(reason))
                        .thenReturn(true)
                        .doOnTerminate(locks::reload));
    }

    CursorList<StaffLock> locks() {
        return locks;
    }

    Act<Boolean> release() {
        return release;
    }
}
