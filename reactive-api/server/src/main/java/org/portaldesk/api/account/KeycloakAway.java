package org.portaldesk.api.account;

/** Keycloak did not answer, or not as it should. */
public final class KeycloakAway extends RuntimeException {

    private final boolean untouched;

    /**
     * @param untouched whether it is certain that the call did not reach Keycloak's work
     */
    public KeycloakAway(boolean untouched, Throwable cause) {
        super("Keycloak is away", cause);
        this.untouched = untouched;
    }

    /** True when nothing can have happened; false when nobody knows. */
    public boolean untouched() {
        return untouched;
    }
}
