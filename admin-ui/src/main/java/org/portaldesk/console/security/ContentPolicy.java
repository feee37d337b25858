package org.portaldesk.console.security;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * The content policy of the page that runs the console: only scripts that carry this response's
 * nonce, and what those load.
 *
 * @see "docs/decisions/0053-content-policy.md"
 */
@Component
class ContentPolicy implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    private static final String POLICY =
            "default-src 'none'; script-src 'nonce-%s' 'strict-dynamic' 'unsafe-eval';"
                    + " style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " font-src 'self' data:; connect-src 'self'; manifest-src 'self';"
                    + " worker-src 'self'; object-src 'none'; base-uri 'self';"
                    + " form-action 'self' %s; frame-src 'none'; frame-ancestors 'none'";

    private static final int NONCE_BYTES = 16;

    private final transient SecureRandom random = new SecureRandom();
    private final String keycloak;
    private final transient PageGuard guard;

    ContentPolicy(SignInSettings settings, PageGuard guard) {
        this.guard = guard;
        this.keycloak = settings.keycloakUrl().resolve("/").toString();
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::apply);
    }

    private void apply(IndexHtmlResponse page) {
        guard.into(page.getDocument());
        var nonce = nonce();
        page.getDocument().getElementsByTag("script").forEach(tag -> tag.attr("nonce", nonce));
        page.getVaadinResponse()
                .setHeader("Content-Security-Policy", POLICY.formatted(nonce, keycloak));
    }

    private String nonce() {
        var bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
