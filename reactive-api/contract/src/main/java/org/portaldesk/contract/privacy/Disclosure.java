package org.portaldesk.contract.privacy;

import java.time.Instant;
import java.util.UUID;

/**
 * One time that something of a patient left the house.
 *
 * @param id of the event on record
 * @param recipient an e-mail address, or a name, given name first
 * @param by who did it, as the record names them
 */
public record Disclosure(
        UUID id, Instant at, Way way, Purpose purpose, String recipient, String by) {

    /** How it left. */
    public enum Way {
        /** By post, to the address on record. */
        LETTER,
        EMAIL,
        /** Somebody else may see the record in the portal from then on. */
        PROXY
    }

    /** What for. */
    public enum Purpose {
        /** A code that opens an account of one's own. */
        ACTIVATION_CODE,
        /** A code that proves to the support line who calls. */
        ONE_TIME_CODE,
        /** The patient, or the law, lets a proxy see the record. */
        PROXY_ACCESS
    }
}
