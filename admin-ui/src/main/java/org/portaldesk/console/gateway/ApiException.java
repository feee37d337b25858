package org.portaldesk.console.gateway;

/** Carries an {@link ApiFailure} through a pipeline. */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ApiFailure failure;

    public ApiException(ApiFailure failure) {
        // A value on its way, not a fault of ours: no stack.
        super(failure.getClass().getSimpleName(), null, false, false);
        this.failure = failure;
    }

    ApiFailure failure() {
        return failure;
    }
}
