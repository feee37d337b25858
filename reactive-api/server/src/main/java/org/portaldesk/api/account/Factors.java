package org.portaldesk.api.account;

import java.util.List;
import org.portaldesk.contract.account.SecondFactor;

/** Which of Keycloak's credentials are second factors. */
final class Factors {

    private Factors() {}

    /** Empty for the password and what else is none. */
    static List<SecondFactor> of(String credentialType) {
        return switch (credentialType) {
            case "otp" -> List.of(SecondFactor.OTP);
            case "webauthn", "webauthn-passwordless" -> List.of(SecondFactor.SECURITY_KEY);
            case "recovery-authn-codes" -> List.of(SecondFactor.RECOVERY_CODES);
            default -> List.of();
        };
    }
}
