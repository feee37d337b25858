package org.portaldesk.api.activation;

import java.security.SecureRandom;
import org.portaldesk.api.activation.model.Code;
import org.portaldesk.api.activation.model.CodeKey;
import org.portaldesk.api.notice.CodeMint;
import org.springframework.stereotype.Component;

/** Makes codes for whoever renders them. */
@Component
class Mint implements CodeMint {

    private final SecureRandom random = new SecureRandom();
    private final CodeKey key;

    Mint(CodeKey key) {
        this.key = key;
    }

    @Override
    public Minted mint() {
        var code = Code.random(random);
        return new Minted(code.printed(), key.hash(code));
    }
}
