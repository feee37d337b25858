package org.portaldesk.testing.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Leaves a picture of every window of a test that fails: it tells more than the stack. */
public final class LastPicture implements AfterTestExecutionCallback {

    private final Supplier<List<Page>> windows;
    private final Path folder;

    /**
     * @param windows those that are open when the test ends
     */
    public LastPicture(Supplier<List<Page>> windows, Path folder) {
        this.windows = windows;
        this.folder = folder;
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        var failure = context.getExecutionException();
        if (failure.isEmpty()) {
            return;
        }
        var test = context.getRequiredTestClass().getSimpleName() + "." + context.getDisplayName();
        var number = 0;
        for (var window : windows.get()) {
            var name = "failed-%s-%d.png".formatted(test.replaceAll("[^\\w.]", ""), ++number);
            try {
                Pictures.save(window, folder.resolve(name), false);
            } catch (PlaywrightException gone) {
                failure.get().addSuppressed(gone);
            }
        }
    }
}
