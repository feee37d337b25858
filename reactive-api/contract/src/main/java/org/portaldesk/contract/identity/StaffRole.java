package org.portaldesk.contract.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What a member of staff is employed to do: a realm role of realm {@code staff}. */
public enum StaffRole {
    HIM_STAFF("him-staff"),
    SUPPORT_AGENT("support-agent"),
    ROI_REVIEWER("roi-reviewer"),
    CLINICIAN("clinician"),
    SUPERVISOR("supervisor"),
    PRIVACY_OFFICER("privacy-officer"),
    ADMINISTRATOR("administrator");

    private final String realmRole;

    StaffRole(String realmRole) {
        this.realmRole = realmRole;
    }

    /** The name that Keycloak gives this role. */
    @JsonValue
    public String realmRole() {
        return realmRole;
    }

    /** The role of that name in Keycloak, if it is one of ours. */
    public static Optional<StaffRole> of(String realmRole) {
        return Arrays.stream(values()).filter(role -> role.realmRole.equals(realmRole)).findFirst();
    }
}
