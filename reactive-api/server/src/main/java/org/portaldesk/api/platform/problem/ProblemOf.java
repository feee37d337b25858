package org.portaldesk.api.platform.problem;

import io.netty.handler.timeout.ReadTimeoutException;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.util.List;
import org.portaldesk.contract.problem.Problem;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;

/** Which problem a failure is. */
final class ProblemOf {

    private static final Duration SOON = Duration.ofSeconds(2);

    private ProblemOf() {}

    static ProblemException failure(Throwable failure) {
        return switch (failure) {
            case ProblemException refusal -> refusal;
            case WebExchangeBindException invalid ->
                    ProblemException.invalid(InputErrors.of(invalid));
            case HandlerMethodValidationException invalid ->
                    ProblemException.invalid(InputErrors.of(invalid));
            case ServerWebInputException input -> InputErrors.of(input);
            case ResponseStatusException status ->
                    status(HttpStatus.valueOf(status.getStatusCode().value()));
            // A body that no part can be read from, and one that never came to its end.
            case DecodingException _, ReadTimeoutException _ -> malformed();
            case DataBufferLimitException _ -> status(HttpStatus.CONTENT_TOO_LARGE);
            case DataIntegrityViolationException _ -> failed();
            case DataAccessException _, R2dbcException _, AuthenticationServiceException _ ->
                    unavailable();
            default -> failed();
        };
    }

    static boolean tooLarge(Throwable failure) {
        return failure instanceof DataBufferLimitException
                || failure.getCause() != null && tooLarge(failure.getCause());
    }

    static ProblemException status(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> ProblemException.notFound();
            case METHOD_NOT_ALLOWED ->
                    refuse(ProblemCode.METHOD_NOT_ALLOWED, "Use another method.");
            case NOT_ACCEPTABLE -> refuse(ProblemCode.NOT_ACCEPTABLE, "Ask for application/json.");
            case UNSUPPORTED_MEDIA_TYPE ->
                    refuse(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Send another content type.");
            case CONTENT_TOO_LARGE ->
                    refuse(ProblemCode.TOO_LARGE, "The body is larger than allowed here.");
            case SERVICE_UNAVAILABLE -> unavailable();
            default -> status.is4xxClientError() ? malformed() : failed();
        };
    }

    static ProblemException malformed() {
        return refuse(ProblemCode.MALFORMED, "The request cannot be read.");
    }

    static ProblemException malformed(List<Problem.FieldError> errors) {
        return errors.isEmpty() ? malformed() : ProblemException.invalid(errors);
    }

    private static ProblemException unavailable() {
        return ProblemException.later(
                ProblemCode.UNAVAILABLE, "Nothing was changed. Try again in a moment.", SOON);
    }

    private static ProblemException failed() {
        return refuse(
                ProblemCode.FAILED, "Something went wrong on our side. Quote the request id.");
    }

    private static ProblemException refuse(ProblemCode code, String detail) {
        return ProblemException.of(code, detail);
    }
}
