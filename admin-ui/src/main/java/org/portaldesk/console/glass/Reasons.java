package org.portaldesk.console.glass;

import java.util.List;
import java.util.UUID;
import org.portaldesk.console.widget.ReasonDialog;
import org.portaldesk.console.widget.Texts;

/** What is asked before a record is restricted, or opened again. */
final class Reasons {

    private Reasons() {}

    static ReasonDialog restrict(GlassState state, UUID patient) {
        var words =
                new ReasonDialog.Words(
                        Texts.text("restrict.title"),
                        Texts.text("restrict.text"),
                        List.of(
                                Texts.text("restrict.reason.wellKnown"),
                                Texts.text("restrict.reason.colleague"),
                                Texts.text("restrict.reason.danger"),
                                Texts.text("restrict.reason.asked"),
                                Texts.text("reason.other")),
                        Texts.text("restriction.restrict"));
        return new ReasonDialog(
                words, state.restrict(), false, reason -> state.restrict(patient, reason));
    }

    static ReasonDialog lift(GlassState state, UUID patient) {
        var words =
                new ReasonDialog.Words(
                        Texts.text("lift.title"),
                        Texts.text("lift.text"),
                        List.of(
                                Texts.text("lift.reason.over"),
                                Texts.text("lift.reason.mistake"),
                                Texts.text("reason.other")),
                        Texts.text("restriction.lift"));
        return new ReasonDialog(words, state.lift(), false, reason -> state.lift(patient, reason));
    }
}
