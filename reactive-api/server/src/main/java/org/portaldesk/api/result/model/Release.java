package org.portaldesk.api.result.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.portaldesk.contract.result.HoldBasis;
import org.portaldesk.contract.result.Visibility;
import org.portaldesk.contract.result.Visibility.Effect;
import org.portaldesk.contract.result.Visibility.Step;

/**
 * The release engine: whether somebody sees a result at a moment, with every rule that was asked.
 * The first rule that hides decides; what no rule hides is shown at once.
 *
 * @see "docs/decisions/0080-results-are-judged-when-read.md"
 */
public final class Release {

    private static final String PRODUCT = "Portal Desk, results";
    private static final String ACCESS = "45 CFR 164.524";
    private static final String OPEN = "45 CFR 171.103";

    private final ResultFacts facts;
    private final Viewer viewer;
    private final Instant at;

    private Release(ResultFacts facts, Viewer viewer, Instant at) {
        this.facts = facts;
        this.viewer = viewer;
        this.at = at;
    }

    /** Judges one result for one viewer at one moment. */
    public static Visibility judge(ResultFacts facts, Viewer viewer, Instant at) {
        var release = new Release(facts, viewer, at);
        var trace = new ArrayList<Step>();
        for (var step : release.steps()) {
            trace.add(step);
            if (step.effect() == Effect.HIDES) {
                return new Visibility(false, trace);
            }
        }
        trace.add(release.shown());
        return new Visibility(true, trace);
    }

    private List<Step> steps() {
        return List.of(received(), retracted(), finished(), delayed(), held(), access(), tags());
    }

    private Step received() {
        return at.isBefore(facts.receivedAt())
                ? hides("RECEIVED", "It was not on file yet.", PRODUCT)
                : passes("RECEIVED", "It is on file since " + facts.receivedAt() + ".", PRODUCT);
    }

    private Step retracted() {
        return facts.retractedBy(at)
                ? hides(
                        "NOT_RETRACTED",
                        "It is retracted: it was in error.",
                        "45 CFR 171.201(c)(2)")
                : passes("NOT_RETRACTED", "Nobody has retracted it.", PRODUCT);
    }

    private Step finished() {
        return facts.isFinal()
                ? passes("FINAL", "Its status is " + facts.status() + ".", PRODUCT)
                : hides("FINAL", "Its status is " + facts.status() + ", not final.", PRODUCT);
    }

    private Step delayed() {
        var rule =
                facts.rules().stream()
                        .filter(one -> one.concerns(facts, at))
                        .max(Comparator.comparingInt(DelayRule::hours));
        return rule.map(this::delayed)
                .orElse(passes("STATUTORY_DELAY", "No statute delays such a result.", OPEN));
    }

    private Step delayed(DelayRule rule) {
        var until = rule.until(facts);
        if (!at.isBefore(until)) {
            return passes("STATUTORY_DELAY", "The delay ended at " + until + ".", rule.statute());
        }
        return facts.releasedEarlyBy(at)
                ? passes("STATUTORY_DELAY", "A clinician released it early.", rule.statute())
                : hides("STATUTORY_DELAY", "It is delayed until " + until + ".", rule.statute());
    }

    private Step held() {
        var hold = facts.holds().stream().filter(one -> one.stands(at)).findFirst();
        if (hold.isEmpty()) {
            return passes("HOLD", "No hold stands.", OPEN);
        }
        var citation = citation(hold.get().basis());
        return hold.get().against(viewer)
                ? hides("HOLD", "A hold stands until " + hold.get().until() + ".", citation)
                : passes("HOLD", "A hold stands, but not against this viewer.", citation);
    }

    private Step access() {
        return switch (viewer) {
            case Viewer.Patient() -> passes("ACCESS", "It is the patient's own record.", ACCESS);
            case Viewer.Proxy proxy when proxy.seesResults() ->
                    passes("ACCESS", "The grant gives results.", "45 CFR 164.502(g)");
            case Viewer.Proxy _ ->
                    hides("ACCESS", "The grant gives no results.", "45 CFR 164.502(g)");
        };
    }

    private Step tags() {
        if (!(viewer instanceof Viewer.Proxy proxy)) {
            return passes("SENSITIVITY", "Nothing is hidden from the patient for it.", ACCESS);
        }
        if (proxy.consented()) {
            return passes("CONSENT", "The patient lets this person see it.", "45 CFR 164.508");
        }
        return facts.tags().stream().anyMatch(proxy.hiddenTags()::contains)
                ? hides(
                        "SENSITIVITY",
                        "Such items are hidden from proxies at any age.",
                        "45 CFR 164.502(g)")
                : passes("SENSITIVITY", "It is not among the sensitive items.", PRODUCT);
    }

    private Step shown() {
        var because =
                facts.isCorrected()
                        ? "A corrected result is released again, marked."
                        : "A final result is released at once.";
        return new Step("RELEASED", Effect.SHOWS, because, OPEN);
    }

    /** The law that lets a hold with that basis stand. */
    static String citation(HoldBasis basis) {
        return switch (basis) {
            case PREVENTING_HARM -> "45 CFR 171.201";
            case PATIENT_REQUEST -> "45 CFR 171.202(e)";
            case PRIVACY -> "45 CFR 171.202";
            case CARE_ACCESS -> "45 CFR 171.206";
            case SUBSTANCE_USE_PROGRAM -> "42 CFR Part 2";
            case DATA_ERROR -> "45 CFR 171.201(c)(2)";
        };
    }

    private static Step passes(String rule, String because, String citation) {
        return new Step(rule, Effect.PASSES, because, citation);
    }

    private static Step hides(String rule, String because, String citation) {
        return new Step(rule, Effect.HIDES, because, citation);
    }
}
