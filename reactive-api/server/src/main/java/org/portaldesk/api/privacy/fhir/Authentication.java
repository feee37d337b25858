package org.portaldesk.api.privacy.fhir;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;

/** Acts of staff at the sign-in's own pages, as DICOM names them: no call of an interface. */
enum Authentication {
    LOGIN(
            "110122",
            "Login",
            "STAFF_SIGNED_IN",
            "STAFF_SIGN_IN_FAILED",
            "STAFF_LOCKED_OUT",
            "STAFF_IMPERSONATED"),
    LOGOUT("110123", "Logout", "STAFF_SIGNED_OUT");

    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";

    private final String code;
    private final String display;
    private final Set<String> acts;

    Authentication(String code, String display, String... acts) {
        this.code = code;
        this.display = display;
        this.acts = Set.of(acts);
    }

    /** Empty for every other act. */
    static Optional<Authentication> of(String act) {
        return EnumSet.allOf(Authentication.class).stream()
                .filter(kind -> kind.acts.contains(act))
                .findFirst();
    }

    static Coding type() {
        return new Coding(DICOM, "110114", "User Authentication");
    }

    Coding subtype() {
        return new Coding(DICOM, code, display);
    }
}
