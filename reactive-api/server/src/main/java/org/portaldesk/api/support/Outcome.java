package org.portaldesk.api.support;

import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.contract.problem.ProblemCode;

/** What came of a wish at the support desk; refusals are on record. */
public sealed interface Outcome<T> {

    /** It is done. */
    record Done<T>(T value) implements Outcome<T> {}

    /** A rule, a state or a right stands against it. */
    record Refused<T>(ProblemException problem) implements Outcome<T> {

        static <T> Outcome<T> by(ProblemCode code, String detail) {
            return new Refused<>(ProblemException.of(code, detail));
        }
    }

    /** There is no such thing, or the caller may not know of it. */
    record Unknown<T>() implements Outcome<T> {}
}
