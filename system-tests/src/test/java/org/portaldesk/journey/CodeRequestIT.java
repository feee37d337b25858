package org.portaldesk.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Somebody who has no code asks for one, at home; the desk answers by e-mail. */
class CodeRequestIT extends Journey {

    @Test
    void aRequestIsApprovedByKeyboardAndTheCodeComesByEmail() throws Exception {
        var person = Sample.adult(system);
        ask(person);

        var desk = console("him-staff");
        desk.navigate(system.console() + "/code-requests");
        desk.getByText(person.familyName()).first().waitFor();
        look(desk, "requests");
        var request = desk.getByRole(AriaRole.LINK, named(person.familyName())).first();
        request.focus();
        desk.keyboard().press("Enter");
        button(desk, "Claim").waitFor();
        settle(desk);
        desk.keyboard().press("Alt+c");
        button(desk, "Deny").waitFor();
        settle(desk);
        look(desk, "request-claimed");
        desk.keyboard().press("Alt+a");
        button(desk, "Approve and send").waitFor();
        settle(desk);
        look(desk, "request-approve");
        desk.keyboard().press("Control+Enter");
        desk.getByText("Approved. The code is on its way.").waitFor();

        var mail = new Mailbox(system).awaitCodeFor(person.email());
        assertThat(mail).doesNotContain(person.familyName()).doesNotContain(person.mrn());
        var code = CODE.matcher(mail);
        assertThat(code.find()).as("a code in the mail").isTrue();
        redeemAndSignIn(person, code.group(), "by-email");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private void ask(Sample.Person person) {
        Page page = window();
        page.navigate(system.api() + "/portal/request-code");
        page.locator("#givenName").fill(person.givenName());
        page.locator("#familyName").fill(person.familyName());
        page.locator("#birthDate").fill(person.birthDate());
        page.locator("#ssnLast4").fill(person.ssnLast4());
        page.locator("#email").fill(person.email());
        look(page, "portal-request-code");
        page.keyboard().press("Enter");
        page.locator("#done-reference").waitFor();
        assertThat(page.locator("#done-reference").textContent()).isNotBlank();
    }
}
