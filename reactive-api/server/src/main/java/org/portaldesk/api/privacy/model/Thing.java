package org.portaldesk.api.privacy.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * What an id in an address may name, each the matter of one patient. The staff's addresses whose
 * ids name no patient's thing are listed in {@code ClosedRecordsIT}, with the reason.
 */
public enum Thing {
    PATIENT("patients", "patient"),
    ACTIVATION_CODE("activation-codes", "activation_code"),
    VERIFICATION("verifications", "verification"),
    VERIFICATION_OVERRIDE("verification-overrides", "verification_override"),
    TAKEOVER_CASE("cases", "takeover_case"),
    CONTACT_OVERRIDE("contact-overrides", "contact_override"),
    LETTER("letters", "letter"),
    CODE_REQUEST("code-requests", "code_request"),
    PROXY_REQUEST("proxy-requests", "proxy_request"),
    PROXY_GRANT("proxy-grants", "proxy_grant"),
    PROXY_BLOCK("proxy-blocks", "proxy_block"),
    RESULT("results", "result"),
    HOLD("holds", "result_hold"),
    DISCLOSURE_CASE("disclosure-cases", "disclosure_case");

    private final String path;
    private final String table;

    Thing(String path, String table) {
        this.path = path;
        this.table = table;
    }

    /** The kind whose ids follow {@code /api/} and this. */
    public static Optional<Thing> under(String path) {
        return Arrays.stream(values()).filter(thing -> thing.path.equals(path)).findFirst();
    }

    /** Where they are kept, by id; all but the patients themselves with a {@code patient_id}. */
    public String table() {
        return table;
    }
}
