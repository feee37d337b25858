package org.portaldesk.api.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.portaldesk.contract.fhir.ImportReport;
import org.portaldesk.contract.fhir.ImportReport.RejectedLine;

/** Counts the verdicts of one import. */
final class Tally {

    private long accepted;
    private long unchanged;
    private long refused;
    private final List<RejectedLine> rejected = new ArrayList<>();

    void add(Verdict verdict) {
        switch (verdict) {
            case Verdict.Stored stored when stored.changed() -> accepted++;
            case Verdict.Stored _ -> unchanged++;
            case Verdict.Refused(var line, var rejection) -> {
                refused++;
                if (rejected.size() < ImportReport.LISTED) {
                    rejected.add(new RejectedLine(line, rejection.reason()));
                }
            }
        }
    }

    ImportReport report() {
        rejected.sort(Comparator.comparingLong(RejectedLine::line));
        var more = refused - rejected.size();
        return new ImportReport(accepted, unchanged, rejected, more == 0 ? null : more);
    }
}
