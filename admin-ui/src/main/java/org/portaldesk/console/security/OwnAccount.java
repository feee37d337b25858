package org.portaldesk.console.security;

import org.springframework.stereotype.Component;

/** Where members of staff look after their own sign-in: password and passkeys. */
@Component
public class OwnAccount {

    private final SignInSettings settings;

    OwnAccount(SignInSettings settings) {
        this.settings = settings;
    }

    /** A page of Keycloak's. */
    public String address() {
        return settings.issuer() + "/account/account-security/signing-in";
    }
}
