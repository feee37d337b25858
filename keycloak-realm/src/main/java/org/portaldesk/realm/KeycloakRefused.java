package org.portaldesk.realm;

/** Keycloak answered an administrative call with something else than success. */
public final class KeycloakRefused extends RuntimeException {

    private final int status;

    KeycloakRefused(String call, int status, String answer) {
        super(call + " was answered " + status + ": " + answer);
        this.status = status;
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }
}
