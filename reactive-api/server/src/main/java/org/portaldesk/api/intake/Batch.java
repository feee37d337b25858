package org.portaldesk.api.intake;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleEntryResponseComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.portaldesk.api.intake.Chunk.Entry;

/** A FHIR bundle of type batch, whose entries are all {@code PUT}. */
record Batch(List<Entry> entries) {

    private static final int MOST_ENTRIES = 5000;

    /**
     * @throws Rejection.Signal when it is no batch; a bad entry is a rejected one
     */
    static Batch read(FhirReader reader, String json) {
        var bundle = reader.bundle(json);
        if (bundle.getType() != BundleType.BATCH) {
            throw new Rejection.Signal("type", "is not batch");
        }
        if (bundle.getEntry().size() > MOST_ENTRIES) {
            throw new Rejection.Signal("entry", "is there more than 5000 times");
        }
        return new Batch(
                IntStream.range(0, bundle.getEntry().size())
                        .mapToObj(at -> new Entry(at + 1, read(reader, bundle.getEntry().get(at))))
                        .toList());
    }

    private static Incoming read(FhirReader reader, BundleEntryComponent entry) {
        if (entry.getRequest().getMethod() != HTTPVerb.PUT) {
            return new Incoming.Rejected(new Rejection("request.method", "is not PUT"));
        }
        var incoming = reader.read(entry.getResource());
        var isOther =
                !(incoming instanceof Incoming.Rejected)
                        && !incoming.keys().contains(entry.getRequest().getUrl());
        return isOther
                ? new Incoming.Rejected(new Rejection("request.url", "does not name the resource"))
                : incoming;
    }

    /** The answers in the order of the entries. */
    Bundle answer(List<Verdict> verdicts) {
        var bundle = new Bundle().setType(BundleType.BATCHRESPONSE);
        verdicts.stream()
                .sorted(Comparator.comparingLong(Verdict::line))
                .forEach(verdict -> bundle.addEntry().setResponse(response(verdict)));
        return bundle;
    }

    private static BundleEntryResponseComponent response(Verdict verdict) {
        var response = new BundleEntryResponseComponent();
        return switch (verdict) {
            case Verdict.Stored stored ->
                    response.setStatus(stored.created() ? "201 Created" : "200 OK")
                            .setEtag("W/\"" + stored.version() + "\"");
            case Verdict.Refused(_, var rejection) ->
                    response.setStatus("400 Bad Request").setOutcome(outcome(rejection));
        };
    }

    private static OperationOutcome outcome(Rejection rejection) {
        var outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(IssueType.INVALID)
                .setDiagnostics(rejection.reason());
        return outcome;
    }
}
