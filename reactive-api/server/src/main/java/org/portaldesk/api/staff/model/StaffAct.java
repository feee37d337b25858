package org.portaldesk.api.staff.model;

/** What the record tells of staff beside their work. */
public enum StaffAct {
    SIGNED_IN,
    SIGN_IN_FAILED,
    LOCKED_OUT,
    SIGNED_OUT,
    IMPERSONATED,
    ROLES_GRANTED,
    ROLES_TAKEN,
    GROUP_JOINED,
    GROUP_LEFT,
    ROLE_CHANGED,
    ADDED,
    CHANGED,
    DISABLED,
    REMOVED,
    PASSWORD_SET,
    SESSIONS_ENDED,
    UNLOCKED;

    /** How the record names it. */
    public String onRecord() {
        return "STAFF_" + name();
    }

    /** Whether somebody wanted something that was not to be had. */
    public boolean isRefusal() {
        return this == SIGN_IN_FAILED || this == LOCKED_OUT;
    }
}
