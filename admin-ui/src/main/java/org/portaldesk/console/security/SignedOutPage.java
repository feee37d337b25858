package org.portaldesk.console.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** Where a session ends. A plain page: whoever sees it is nobody, and gets no session. */
@RestController
class SignedOutPage {

    static final String PATH = "/signed-out";
    static final String SIGN_IN_FAILED = PATH + "?why=failed";

    /** Why the session ended, as far as the page tells it apart. */
    enum Why {
        DONE,
        IDLE,
        ENDED,
        FAILED;

        static Why of(String parameter) {
            return switch (parameter) {
                case "idle" -> IDLE;
                case "ended" -> ENDED;
                case "failed" -> FAILED;
                default -> DONE;
            };
        }
    }

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s · Portal Desk</title>
            <link rel="icon" href="assets/mark.svg">
            <link rel="stylesheet" href="assets/signed-out.css">
            </head>
            <body>
            <main>
            <img src="assets/mark.svg" alt="" width="40" height="40">
            <h1>%s</h1>
            <p>%s</p>
            <a href=".">%s</a>
            </main>
            </body>
            </html>
            """;

    private final KeycloakSignOut keycloak;

    SignedOutPage(KeycloakSignOut keycloak) {
        this.keycloak = keycloak;
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String page(
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String of,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        end(request.getSession(false), of);
        keycloak.awaitTold(of);
        // Not the storage: from it the other tabs learn why.
        response.setHeader("Clear-Site-Data", "\"cache\"");
        var texts = ResourceBundle.getBundle("vaadin-i18n.translations", locale);
        var key = "signedOut." + Why.of(why).name().toLowerCase(Locale.ROOT);
        var title = text(texts, key + ".title");
        return PAGE.formatted(
                texts.getString("language"),
                title,
                title,
                text(texts, key + ".text"),
                text(texts, "signedOut.again"));
    }

    /** A page whose time is over brings its session along; that of a later sign-in stays. */
    private static void end(@Nullable HttpSession session, String of) {
        try {
            if (session != null && of.equals(session.getAttribute(SessionClock.HTTP))) {
                session.invalidate();
            }
        } catch (IllegalStateException over) {
            // Another tab was faster.
        }
    }

    private static String text(ResourceBundle texts, String key) {
        return HtmlUtils.htmlEscape(texts.getString(key));
    }
}
