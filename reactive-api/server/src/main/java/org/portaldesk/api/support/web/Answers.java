package org.portaldesk.api.support.web;

import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.api.support.Outcome;

/** What an outcome is over HTTP. */
final class Answers {

    private Answers() {}

    static <T> T of(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var problem) -> throw problem;
            case Outcome.Unknown<T>() -> throw ProblemException.notFound();
        };
    }
}
