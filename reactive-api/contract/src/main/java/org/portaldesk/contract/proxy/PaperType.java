package org.portaldesk.contract.proxy;

import java.util.EnumSet;
import java.util.Set;

/** What a document of a request is, as its reviewer finds. */
public enum PaperType {
    AUTHORIZATION,
    BIRTH_CERTIFICATE,
    GUARDIANSHIP_ORDER,
    CUSTODY_ORDER,
    PLACEMENT_ORDER,
    POWER_OF_ATTORNEY,
    IDENTITY_DOCUMENT,
    OTHER;

    /** The papers of which one must give the authority that is claimed; none where none must. */
    public static Set<PaperType> neededFor(Relationship as) {
        return switch (as) {
            case GUARDIAN -> EnumSet.of(GUARDIANSHIP_ORDER, CUSTODY_ORDER, PLACEMENT_ORDER);
            case POWER_OF_ATTORNEY -> EnumSet.of(POWER_OF_ATTORNEY);
            case PARENT, SPOUSE, CAREGIVER, OTHER -> EnumSet.noneOf(PaperType.class);
        };
    }
}
