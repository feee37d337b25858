package org.portaldesk.api.platform.problem;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.problem.Problem;
import org.portaldesk.contract.problem.ProblemCode;

/**
 * A refusal on its way out of a controller. Inside a feature refusals are values; the controller
 * turns them into this, after their audit event is committed.
 *
 * @see "docs/decisions/0003-refusals-are-values.md"
 */
public final class ProblemException extends RuntimeException {

    private final ProblemCode code;
    private final String detail;
    private final List<Problem.FieldError> errors;
    private final transient Problem.@Nullable Claim claim;
    private final @Nullable Duration retryAfter;
    private final @Nullable UUID patientId;

    private ProblemException(
            ProblemCode code,
            String detail,
            List<Problem.FieldError> errors,
            Problem.@Nullable Claim claim,
            @Nullable Duration retryAfter,
            @Nullable UUID patientId) {
        super(code.name(), null, false, false);
        this.code = code;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.claim = claim;
        this.retryAfter = retryAfter;
        this.patientId = patientId;
    }

    /**
     * @param detail one sentence without anybody's data
     */
    public static ProblemException of(ProblemCode code, String detail) {
        return new ProblemException(code, detail, List.of(), null, null, null);
    }

    /**
     * A rule stands against it, and some fields are why.
     *
     * @param detail one sentence without anybody's data
     */
    public static ProblemException of(
            ProblemCode code, String detail, List<Problem.FieldError> errors) {
        return new ProblemException(code, detail, errors, null, null, null);
    }

    /** Somebody has decided it already. */
    public static ProblemException decided(String detail, Problem.Claim by) {
        return new ProblemException(ProblemCode.STATE_CONFLICT, detail, List.of(), by, null, null);
    }

    /** Neither says that there is no such thing nor that the caller may not know of it. */
    public static ProblemException notFound() {
        return of(ProblemCode.NOT_FOUND, "There is nothing here that you may see.");
    }

    /** One field is not as it must be. */
    public static ProblemException invalid(String field, String message) {
        return invalid(List.of(new Problem.FieldError(field, message)));
    }

    /** Some fields are not as they must be. */
    public static ProblemException invalid(List<Problem.FieldError> errors) {
        return new ProblemException(
                ProblemCode.INVALID,
                "Some fields are not as they must be.",
                errors,
                null,
                null,
                null);
    }

    /** Somebody else is working on the item. */
    public static ProblemException claimed(Problem.Claim claim) {
        return new ProblemException(
                ProblemCode.CLAIMED,
                "Somebody else is working on it.",
                List.of(),
                claim,
                null,
                null);
    }

    /** Come back later: 429 or 503 with {@code Retry-After}. */
    public static ProblemException later(ProblemCode code, String detail, Duration retryAfter) {
        return new ProblemException(code, detail, List.of(), null, retryAfter, null);
    }

    /** A record is closed to the caller until they break the glass. */
    public static ProblemException restricted(UUID patientId) {
        return new ProblemException(
                ProblemCode.RESTRICTED,
                "This record opens to who breaks the glass, with a reason and a review afterwards.",
                List.of(),
                null,
                null,
                patientId);
    }

    public ProblemCode code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    public List<Problem.FieldError> errors() {
        return errors;
    }

    public Problem.@Nullable Claim claim() {
        return claim;
    }

    public @Nullable UUID patientId() {
        return patientId;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
