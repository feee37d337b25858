package org.portaldesk.testing;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/** Turns the failure of a test in quarantine into an aborted test, which the summary counts. */
public final class QuarantineExtension implements TestExecutionExceptionHandler {

    private final Quarantine quarantine;

    public QuarantineExtension() {
        this(Quarantine.ofCheckout());
    }

    QuarantineExtension(Quarantine quarantine) {
        this.quarantine = quarantine;
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure)
            throws Throwable {
        var test =
                context.getRequiredTestClass().getName()
                        + "#"
                        + context.getRequiredTestMethod().getName();
        var entry = quarantine.of(test);
        if (entry.isPresent() && !(failure instanceof TestAbortedException)) {
            throw new TestAbortedException("In quarantine: " + entry.get().reason(), failure);
        }
        throw failure;
    }
}
