package org.portaldesk.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A patient stands at the desk. */
class HandedOverIT extends Journey {

    @Test
    void aCodeIsIssuedByKeyboardAloneAndOpensAnAccount() throws Exception {
        var person = Sample.adult(system);
        var desk = console("him-staff");
        look(desk, "start");
        openPatient(desk, person);
        look(desk, "patient");

        desk.keyboard().press("Alt+i");
        settle(desk);
        look(desk, "issue");
        desk.keyboard().press("Control+Enter");
        var shown = desk.getByText(CODE).first();
        shown.waitFor();
        look(desk, "issue-code");
        var code = shown.textContent().strip();
        assertThat(code).matches(CODE);

        redeemAndSignIn(person, code, "handed-over");
        desk.reload();
        settle(desk);
        assertThat(desk.content()).doesNotContain(code);
        look(desk, "patient-active");
    }
}
