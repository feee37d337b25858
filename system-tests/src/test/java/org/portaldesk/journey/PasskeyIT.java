package org.portaldesk.journey;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.journey.RunningSystem.Member;

/** A passkey is another way in: wrong passwords at the same desk don't stand before it. */
class PasskeyIT extends Journey {

    private final String username = "passkey-" + System.nanoTime();
    private String id = "";

    @AfterEach
    void leave() {
        system.keycloakAdmin().delete("/staff/users/" + id);
    }

    @Test
    void whoeverIsLockedOutByWrongPasswordsComesInWithTheirPasskey() {
        id = newStaff(username, "him-staff", List.of("webauthn-register-passwordless"));
        var page = window();
        withAuthenticator(page);
        page.navigate(system.console());
        signIn(page, new Member(username, PASSWORD));
        page.locator("#registerWebAuthn").click();
        page.getByText("Patients").first().waitFor();
        settle(page);
        button(page, "Made Person").click();
        button(page, "Sign out").click();
        page.waitForURL(Pattern.compile(".*/signed-out.*"));
        page.context().clearCookies();

        lockOut();
        // The browser offers the passkey by itself, and the finger is on it.
        page.navigate(system.console());
        page.getByText("Patients").first().waitFor();
    }

    /** At the same address; not even the right password opens then. */
    private void lockOut() {
        var stranger = window();
        stranger.navigate(system.console());
        for (var attempt = 0; attempt < 6; attempt++) {
            signIn(stranger, new Member(username, "not the pass phrase " + attempt));
            stranger.locator("#input-error").waitFor();
        }
        signIn(stranger, new Member(username, PASSWORD));
        stranger.locator("#input-error").waitFor();
    }

    /** As one that is built into a computer, with a finger on it. */
    private static void withAuthenticator(Page page) {
        var browser = page.context().newCDPSession(page);
        browser.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var wanted = new JsonObject();
        wanted.add("options", options);
        browser.send("WebAuthn.addVirtualAuthenticator", wanted);
    }
}
