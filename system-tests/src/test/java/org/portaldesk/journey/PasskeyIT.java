package org.portaldesk.journey;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
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
        register(page.locator("#registerWebAuthn"));
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

    /** The button is there before its script is. */
    private static void register(Locator button) {
        button.waitFor();
        for (var tries = 0; tries < 4 && button.isVisible(); tries++) {
            button.click();
            button.page().waitForTimeout(3_000);
        }
    }

    /** At the same address; not even the right password opens then. */
    private void lockOut() {
        var stranger = window();
        stranger.navigate(system.console());
        for (var attempt = 0; attempt < 6; attempt++) {
            refused(stranger, "not the pass phrase " + attempt);
        }
        refused(stranger, PASSWORD);
    }

    private void refused(Page page, String password) {
        page.waitForResponse(
                "**/login-actions/authenticate**",
                () -> signIn(page, new Member(username, password)));
        page.waitForLoadState();
        page.getByText("Invalid username or password").first().waitFor();
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
