package org.portaldesk.api.proxy.web;

import java.util.List;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.proxy.IntakeOutcome;
import org.portaldesk.api.proxy.Intakes;
import org.portaldesk.api.proxy.ReviewOutcome;
import org.portaldesk.contract.problem.Problem;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.proxy.ProxyRequest;
import org.portaldesk.contract.proxy.SubmittedProxyRequest;
import org.portaldesk.document.Refusal;

/** Outcomes in the words of the API. */
final class ReviewAnswers {

    private ReviewAnswers() {}

    static SubmittedProxyRequest intake(IntakeOutcome outcome) {
        return switch (outcome) {
            case IntakeOutcome.Received(var request) -> request;
            case IntakeOutcome.NoSuchPatient() ->
                    throw ProblemException.invalid("patientId", "is not a patient");
            case IntakeOutcome.ReceivedInFuture() ->
                    throw ProblemException.invalid("receivedAt", "must not lie in the future");
            case IntakeOutcome.ReceivedTooLongAgo() ->
                    throw ProblemException.invalid("receivedAt", "is more than a year ago");
            case IntakeOutcome.BadDocument(var why) -> throw document(why);
            case IntakeOutcome.NotAParent() ->
                    throw ProblemException.invalid(
                            "relationship", "must be PARENT or GUARDIAN here");
            case IntakeOutcome.TooMany() ->
                    throw ProblemException.of(
                            ProblemCode.FORBIDDEN,
                            "This account cannot ask for access, or has asked too often today.");
        };
    }

    static void added(Intakes.Added outcome) {
        switch (outcome) {
            case Intakes.Added.Done() -> {
                // The answer is the request after the act.
            }
            case Intakes.Added.NotOpen() -> throw ProblemException.notFound();
            case Intakes.Added.Bad(var why) -> throw document(why);
        }
    }

    static ProxyRequest act(ReviewOutcome outcome) {
        return switch (outcome) {
            case ReviewOutcome.Done(var request) -> request;
            case ReviewOutcome.Unknown() -> throw ProblemException.notFound();
            case ReviewOutcome.Held(var claim) -> throw ProblemException.claimed(claim);
            case ReviewOutcome.Over over -> throw decided(over);
            case ReviewOutcome.NotInState(var state) ->
                    throw ProblemException.of(
                            ProblemCode.STATE_CONFLICT, "The request is now " + state + ".");
            case ReviewOutcome.Stale() ->
                    throw ProblemException.of(
                            ProblemCode.STALE, "The request has changed since it was read.");
            case ReviewOutcome.Refused(var why) ->
                    throw ProblemException.of(why.code(), why.detail(), why.fields());
            case ReviewOutcome.NoSuchColleague() ->
                    throw ProblemException.invalid("to", "is nobody who reviews here");
            case ReviewOutcome.NoPatient() ->
                    throw ProblemException.invalid("patientId", "must name a patient's record");
        };
    }

    private static ProblemException decided(ReviewOutcome.Over over) {
        var decided = over.decided();
        return ProblemException.decided(
                "%s by %s at %s.".formatted(over.state(), decided.by(), decided.at()),
                new Problem.Claim(decided.by(), decided.at(), decided.at()));
    }

    /** In words, and by its name for those who tell it in other words. */
    private static ProblemException document(Refusal why) {
        return ProblemException.of(
                ProblemCode.DOCUMENT_REFUSED,
                why.text(),
                List.of(new Problem.FieldError("form", why.name())));
    }
}
