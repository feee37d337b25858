package org.portaldesk.console.result;

import org.portaldesk.console.shell.Staff;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.identity.StaffRole;

/** Who is offered to let a result go before its delay ends. */
final class EarlyRelease {

    private EarlyRelease() {}

    /** The statutes leave it to clinicians; others would only be refused. */
    static boolean mayBeAskedBy(Staff staff) {
        return staff.may(Permission.RELEASE_RESULTS)
                && staff.me().map(me -> me.roles().contains(StaffRole.CLINICIAN)).orElse(false);
    }
}
