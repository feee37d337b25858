package org.portaldesk.api.support;

import java.security.SecureRandom;
import org.portaldesk.api.notice.CodeMint;
import org.portaldesk.api.notice.ProofMint;
import org.portaldesk.api.platform.secret.SecretKeys;
import org.portaldesk.api.support.model.ProofCode;
import org.springframework.stereotype.Component;

/** Makes one-time codes for the mails that bring them. */
@Component
class ProofCodes implements ProofMint {

    private final SecureRandom random = new SecureRandom();
    private final SecretKeys keys;

    ProofCodes(SecretKeys keys) {
        this.keys = keys;
    }

    @Override
    public CodeMint.Minted mint() {
        var code = ProofCode.random(random);
        return new CodeMint.Minted(code, keys.codes().newest().hmac(ProofCode.typed(code)));
    }
}
