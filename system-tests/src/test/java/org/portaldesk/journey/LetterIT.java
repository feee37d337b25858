package org.portaldesk.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/**
 * A code goes by post: from the patient's page to the printer, the patient's table and the portal.
 */
class LetterIT extends Journey {

    @Test
    void aLetterIsPrintedOnceAndItsCodeOpensAnAccount() throws Exception {
        var person = Sample.adult(system);
        var desk = console("him-staff");
        openPatient(desk, person);
        desk.keyboard().press("Alt+i");
        settle(desk);
        desk.locator(".issue-dialog vaadin-radio-button input:checked").focus();
        desk.keyboard().press("ArrowDown");
        settle(desk);
        look(desk, "issue-by-letter");
        desk.keyboard().press("Control+Enter");
        desk.getByText("The letter waits at the letters desk.").waitFor();

        desk.navigate(system.console() + "/letters");
        desk.getByText(person.mrn()).first().waitFor();
        look(desk, "letters");
        desk.keyboard().press("Alt+p");
        settle(desk);
        desk.keyboard().press("Control+Enter");
        desk.locator(".primary-link").waitFor();
        look(desk, "letters-printed");
        var href = desk.locator(".primary-link").getAttribute("href");
        var letter = textOf(desk, href);

        assertThat(letter).contains(person.familyName()).doesNotContain(person.mrn());
        assertThat(desk.context().request().get(system.console() + "/" + href).status())
                .as("printed once")
                .isNotEqualTo(200);
        var code = CODE.matcher(letter);
        assertThat(code.find()).isTrue();
        redeemAndSignIn(person, code.group(), "by-letter");
    }

    private String textOf(Page desk, String href) throws IOException {
        var answer = desk.context().request().get(system.console() + "/" + href);
        assertThat(answer.headers()).containsEntry("cache-control", "no-store");
        try (var pdf = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(pdf);
        }
    }
}
