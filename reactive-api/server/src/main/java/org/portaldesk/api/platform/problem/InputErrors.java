package org.portaldesk.api.platform.problem;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Printable;
import org.portaldesk.contract.problem.Problem.FieldError;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.validation.Errors;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Names the fields that are at fault. What was sent in them is never repeated. */
final class InputErrors {

    private InputErrors() {}

    static List<FieldError> of(WebExchangeBindException invalid) {
        return fields(invalid).toList();
    }

    static List<FieldError> of(HandlerMethodValidationException invalid) {
        return invalid.getParameterValidationResults().stream()
                .flatMap(InputErrors::parameter)
                .toList();
    }

    static ProblemException of(ServerWebInputException input) {
        if (ProblemOf.tooLarge(input)) {
            return ProblemOf.status(HttpStatus.CONTENT_TOO_LARGE);
        }
        if (isPathId(input.getMethodParameter())) {
            return ProblemException.notFound();
        }
        return ProblemOf.malformed(
                Stream.concat(inBody(input), inParameter(input)).limit(1).toList());
    }

    /** An address with an id that is none leads nowhere, as one with an unknown id does. */
    private static boolean isPathId(@Nullable MethodParameter parameter) {
        return parameter != null
                && parameter.hasParameterAnnotation(PathVariable.class)
                && parameter.getParameterType() == UUID.class;
    }

    private static Stream<FieldError> fields(Errors errors) {
        return errors.getFieldErrors().stream()
                .map(error -> new FieldError(error.getField(), message(error.getDefaultMessage())));
    }

    private static Stream<FieldError> parameter(ParameterValidationResult result) {
        if (result instanceof ParameterErrors body) {
            return fields(body);
        }
        var field = nameOf(result.getMethodParameter());
        return result.getResolvableErrors().stream()
                .map(error -> new FieldError(field, message(error.getDefaultMessage())));
    }

    private static Stream<FieldError> inBody(Throwable input) {
        return Stream.iterate(input, Objects::nonNull, Throwable::getCause)
                .filter(MismatchedInputException.class::isInstance)
                .map(MismatchedInputException.class::cast)
                .map(failure -> new FieldError(path(failure), complaint(failure)))
                .filter(error -> !error.field().isEmpty())
                .limit(1);
    }

    private static Stream<FieldError> inParameter(ServerWebInputException input) {
        return Stream.ofNullable(input.getMethodParameter())
                .filter(parameter -> nameOf(parameter).length() > 0)
                .map(
                        parameter ->
                                new FieldError(
                                        nameOf(parameter), "is missing or of the wrong type"));
    }

    private static String complaint(MismatchedInputException failure) {
        if (failure instanceof UnrecognizedPropertyException) {
            return "is not a field of this request";
        }
        var message = failure.getOriginalMessage();
        return message != null && message.equals(Printable.MESSAGE)
                ? message
                : "is of the wrong type";
    }

    private static String path(JacksonException failure) {
        return failure.getPath().stream()
                .map(part -> part.getPropertyName() == null ? "[]" : part.getPropertyName())
                .collect(Collectors.joining("."))
                .replace(".[]", "[]");
    }

    private static String nameOf(MethodParameter parameter) {
        var header = parameter.getParameterAnnotation(RequestHeader.class);
        return header != null
                ? header.name()
                : Objects.requireNonNullElse(parameter.getParameterName(), "");
    }

    private static String message(@Nullable String message) {
        return Objects.requireNonNullElse(message, "is not as it must be");
    }
}
