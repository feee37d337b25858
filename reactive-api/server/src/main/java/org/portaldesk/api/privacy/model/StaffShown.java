package org.portaldesk.api.privacy.model;

/** How a patient's report shows members of staff. */
public enum StaffShown {
    ROLE,
    NAME
}
