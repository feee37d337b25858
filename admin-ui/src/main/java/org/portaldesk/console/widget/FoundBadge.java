package org.portaldesk.console.widget;

import org.portaldesk.contract.patient.PatientSummary;

/** How a patient's account stands in a search's row, or that the record is restricted. */
public final class FoundBadge {

    private FoundBadge() {}

    /** The badge of one row. */
    public static StatusBadge of(PatientSummary row) {
        var account = row.account();
        return account == null
                ? new StatusBadge(Tone.WARN, Texts.text("found.restricted"))
                : AccountBadge.of(account.state());
    }
}
