package org.portaldesk.local.signin;

/** Keycloak did not let somebody in; the message is what its page said. */
public final class SignInRefused extends RuntimeException {

    SignInRefused(String message) {
        super(message);
    }
}
