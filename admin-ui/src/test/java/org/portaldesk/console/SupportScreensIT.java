package org.portaldesk.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.Accounts;
import org.portaldesk.console.fake.Desk;
import org.portaldesk.console.fake.Patients;
import org.portaldesk.console.fake.PhoneCalls;
import org.portaldesk.contract.account.AccountLock;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.beans.factory.annotation.Autowired;

/** The support line in a real browser: a call by keyboard alone, and every state of it. */
class SupportScreensIT extends BrowserScreens {

    private static final List<String> NEVER_TO_BE_RECEIVED =
            List.of("1963-03-12", "12 Mar 1963", "4821", "Marsh Road", "555-0142", "c.boyle@");

    @Autowired PhoneCalls calls;
    @Autowired Accounts accounts;

    private final List<String> received = new CopyOnWriteArrayList<>();

    @BeforeEach
    void fill() {
        calls.reset();
        accounts.reset();
        received.clear();
        as(StaffRole.SUPPORT_AGENT);
    }

    private void as(StaffRole... roles) {
        desk.signIn(roles);
        look(1440, 860, ColorScheme.LIGHT, "en-US");
        listen();
    }

    /** All that the browser receives from here on, by either way. */
    private void listen() {
        page.onWebSocket(socket -> socket.onFrameReceived(frame -> received.add(frame.text())));
        page.onResponse(
                response -> {
                    if (response.url().contains("v-r=")) {
                        received.add(response.text());
                    }
                });
    }

    /** By its address: a link would ask first what is to become of a call that is under way. */
    private void call(UUID patient) {
        load("support/" + patient);
    }

    /** The box has the focus without a click. */
    private void search() {
        go("support");
        assertThat(page.locator(".search-box input")).isFocused();
    }

    private void begin() {
        press("Control+Enter");
        assertThat(page.getByText("type what the caller says")).isVisible();
    }

    private void say(String words) {
        page.keyboard().type(words);
        press("Control+Enter");
    }

    private void answer() {
        begin();
        say("Ciera Boyle");
        say("March 12 1963");
        say("14 Marsh, Marshfield");
        say("555 0142");
    }

    private void pass() {
        answer();
        press("Alt+v");
        assertThat(page.getByText("Open for")).isVisible();
    }

    @Test
    void callByKeyboardAlone() {
        search();
        shoot("support-search");
        var start = Instant.now();
        page.keyboard().type("boyle");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Begin the questions")).isVisible();
        settle();
        pass();
        press("Alt+u");
        press("Control+Enter");
        assertThat(page.getByText("you can sign in now")).isVisible();
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
        shoot("support-unlocked");
        press("Alt+n");
        press("Control+Enter");
        assertThat(desk.asked()).contains("note CALLER_LOCKED_OUT null");
        shoot("support-note");
        press("Alt+q");
        assertThat(page).hasURL("http://localhost:" + port + "/support");
        NEVER_TO_BE_RECEIVED.forEach(
                secret -> assertThat(received).noneMatch(frame -> frame.contains(secret)));
        assertThat(received).isNotEmpty();
    }

    @Test
    void whatIsTypedLeavesTheScreenAndIsKeptNowhere() {
        call(Patients.CIERA);
        begin();
        say("Ciera Boyle the Second");
        assertThat(desk.asked()).contains("answer FULL_NAME Ciera Boyle the Second");
        assertThat((String) page.evaluate("document.querySelector('.said input').value")).isEmpty();
        assertThat(page.url()).doesNotContain("Second");
        assertThat(
                        (String)
                                page.evaluate(
                                        "JSON.stringify(localStorage) + JSON.stringify(sessionStorage)"
                                                + " + JSON.stringify(history.state)"))
                .doesNotContain("Second");
        assertThat(received).noneMatch(frame -> frame.contains("the Second"));
    }

    @Test
    void theScript() {
        search();
        searchFor("oy", () -> page.keyboard().type("oy"));
        shoot("support-rows");
        call(Patients.CIERA);
        shoot("support-greeting");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        shoot("support-greeting-other");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowUp");
        begin();
        say("Ciera Boyle");
        press("Alt+k");
        page.keyboard().type("14 Marsh");
        shoot("support-script");
        press("Alt+c");
        shoot("support-code");
        press("Escape");
        shoot("support-give-up");
    }

    @Test
    void theWindow() {
        call(Patients.CIERA);
        pass();
        shoot("support-window");
        press("Alt+2");
        shoot("support-second-factor");
        press("Control+Enter");
        accounts.attack();
        press("Alt+u");
        press("Control+Enter");
        shoot("support-locked-again");
        press("Alt+r");
        desk.is(Desk.Mood.AWAY);
        press("Control+Enter");
        shoot("support-act-away");
    }

    @Test
    void theFailures() {
        calls.nothingFits(2);
        call(Patients.BRUNILDA);
        answer();
        press("Alt+v");
        shoot("support-failed");
        press("Alt+a");
        answer();
        press("Alt+v");
        shoot("support-held");
        call(Patients.CIERA);
        desk.refuseNext(ProblemCode.SUPERVISOR_ONLY);
        press("Control+Enter");
        shoot("support-held-at-once");
        desk.is(Desk.Mood.AWAY);
        call(Patients.CIERA);
        shoot("support-away");
    }

    @Test
    void lockedAccountsAreLive() {
        go("locked-accounts");
        shoot("locked");
        var signsOfAPerson = new CopyOnWriteArrayList<String>();
        page.onRequest(
                request -> {
                    if (request.url().contains("v-r=uidl")) {
                        signsOfAPerson.add(request.url());
                    }
                });
        accounts.lock(
                new UUID(5, 5),
                "Kuhlman, Marcela",
                new AccountLock(
                        AccountLock.Kind.TEMPORARY,
                        Instant.now(),
                        5,
                        "203.0.113.9",
                        Instant.now().plusSeconds(60)));
        assertThat(page.getByText("Kuhlman, Marcela"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(3000));
        assertThat(signsOfAPerson).as("what the idle clock would take for work").isEmpty();
        desk.is(Desk.Mood.AWAY);
        assertThat(page.getByText("not live")).isVisible();
        shoot("locked-old");
        desk.is(Desk.Mood.ANSWERS);
        accounts.end(new UUID(5, 5));
        accounts.end(Patients.CIERA);
        accounts.end(Patients.ADAN);
        assertThat(page.getByText("Nobody is locked out")).isVisible();
        shoot("locked-none");
    }

    @Test
    void otherDesks() {
        go("phone-request");
        shoot("phone-request");
        page.keyboard().press("Control+Enter");
        shoot("phone-request-needed");
        go("held-calls");
        shoot("held-agent");
        as(StaffRole.SUPERVISOR);
        go("held-calls");
        shoot("held");
        calls.noOverrides();
        go("held-calls");
        shoot("held-none");
        as(StaffRole.PRIVACY_OFFICER);
        go("cases");
        shoot("cases");
        click(button("Close the case of Boyle, Ciera"));
        shoot("cases-close");
        go("cases?state=closed");
        shoot("cases-none");
        as(StaffRole.HIM_STAFF);
        go("patients/" + Patients.CIERA);
        shootAll("patient-account");
        click(button("Close the account"));
        shoot("patient-disable");
        press("Escape");
        accounts.disabled(Patients.CIERA);
        go("patients/" + Patients.CIERA);
        shoot("patient-disabled");
        as(StaffRole.SUPPORT_AGENT);
        go("");
        shoot("today-support-line");
    }

    @Test
    void dark() {
        desk.signIn(StaffRole.SUPPORT_AGENT);
        look(1440, 860, ColorScheme.DARK, "en-US");
        call(Patients.CIERA);
        answer();
        shoot("dark-support-script");
        press("Alt+v");
        press("Alt+u");
        press("Control+Enter");
        shoot("dark-support-window");
        load("locked-accounts");
        shoot("dark-locked");
    }

    @Test
    void narrow() {
        desk.signIn(StaffRole.SUPPORT_AGENT);
        look(400, 800, ColorScheme.LIGHT, "en-US");
        search();
        searchFor("boyle", () -> page.keyboard().type("boyle"));
        shoot("narrow-support-search");
        call(Patients.CIERA);
        begin();
        say("Ciera Boyle");
        shoot("narrow-support-script");
        say("March 12 1963");
        say("14 Marsh, Marshfield");
        say("555 0142");
        press("Alt+v");
        shoot("narrow-support-window");
        shootAll("narrow-support-window-all");
        load("locked-accounts");
        shoot("narrow-locked");
    }

    @Test
    void spanish() {
        desk.signIn(StaffRole.SUPPORT_AGENT);
        look(1440, 860, ColorScheme.LIGHT, "es-US");
        call(Patients.CIERA);
        press("Control+Enter");
        say("Ciera Boyle");
        shoot("es-support-script");
        say("12 de marzo de 1963");
        say("14 Marsh, Marshfield");
        say("555 0142");
        press("Alt+v");
        shoot("es-support-window");
        press("Alt+2");
        shoot("es-support-second-factor");
        press("Escape");
        press("Alt+u");
        press("Control+Enter");
        shoot("es-support-unlocked");
        load("locked-accounts");
        shoot("es-locked");
        load("phone-request");
        shoot("es-phone-request");
    }
}
