package org.portaldesk.api.activation;

import java.security.SecureRandom;
import org.portaldesk.api.activation.model.Code;
import org.portaldesk.api.notice.CodeMint;
import org.portaldesk.api.platform.secret.SecretKeys;
import org.springframework.stereotype.Component;

/** Makes codes for whoever renders them. */
@Component
class Mint implements CodeMint {

    private final SecureRandom random = new SecureRandom();
    private final SecretKeys keys;

    Mint(SecretKeys keys) {
        this.keys = keys;
    }

    @Override
    public Minted mint() {
        var code = Code.random(random);
        return new Minted(code.printed(), keys.codes().newest().hmac(code.bytes()));
    }
}
