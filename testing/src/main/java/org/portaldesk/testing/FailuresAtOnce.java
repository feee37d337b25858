package org.portaldesk.testing;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Names a failing test the moment it fails; the build tool does so only when its class has ended.
 * Also tells {@link Phases} which class runs.
 */
public final class FailuresAtOnce implements TestExecutionListener {

    private static final int LONGEST_MESSAGE = 500;

    @Override
    public void executionStarted(TestIdentifier test) {
        test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .ifPresent(source -> Phases.enter(source.getClassName()));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        result.getThrowable().ifPresent(failure -> say(test, result.getStatus(), failure));
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        Phases.save();
    }

    private static void say(
            TestIdentifier test, TestExecutionResult.Status status, Throwable failure) {
        System.out.printf("%s %s: %s%n", status, nameOf(test), firstWords(failure));
    }

    private static String nameOf(TestIdentifier test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .map(source -> source.getClassName() + "#" + source.getMethodName())
                .orElseGet(test::getDisplayName);
    }

    private static String firstWords(Throwable failure) {
        var text = String.valueOf(failure).strip().replaceAll("\\s+", " ");
        return text.substring(0, Math.min(text.length(), LONGEST_MESSAGE));
    }
}
