package org.portaldesk.api.platform.problem;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs what nobody expected: the kinds and places of a failure, never its messages. A driver's
 * message may quote the row that it choked on.
 */
public final class FailureLog {

    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);
    private static final int FRAMES = 12;

    private FailureLog() {}

    /**
     * @param requestId what a person will quote who asks about it
     */
    public static void unexpected(String requestId, Throwable failure) {
        LOG.error("request {} failed: {}", requestId, describe(failure));
    }

    static String describe(Throwable failure) {
        var here = failure.getClass().getName() + places(failure);
        var cause = failure.getCause();
        return cause == null || cause == failure ? here : here + " caused by " + describe(cause);
    }

    private static String places(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .limit(FRAMES)
                .map(frame -> frame.getClassName() + ":" + frame.getLineNumber())
                .collect(Collectors.joining(", ", " at ", ""));
    }
}
