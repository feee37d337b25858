package org.portaldesk.contract.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A refusal or failure, as {@code application/problem+json} (RFC 9457).
 *
 * @param detail one sentence for this occurrence; never another person's data, SQL or a class name
 * @param requestId what to quote when asking for help
 * @param errors the fields that are at fault, when fields are
 * @param claim who holds the item, with {@link ProblemCode#CLAIMED}, or who has decided it and
 *     when, with {@link ProblemCode#STATE_CONFLICT}
 * @param patientId whose glass is to be broken first, with {@link ProblemCode#RESTRICTED}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        URI type,
        String title,
        int status,
        @Nullable String detail,
        ProblemCode code,
        @Nullable String requestId,
        @Nullable List<FieldError> errors,
        @Nullable Claim claim,
        @Nullable UUID patientId) {

    /**
     * @param field the path of the field in the request, such as {@code postalAddress.city}
     */
    public record FieldError(String field, String message) {}

    /** Who holds the item that was asked for, and until when. */
    public record Claim(String by, Instant since, Instant until) {}
}
