package org.portaldesk.testing.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.portaldesk.testing.Phases;

/** Pictures of screens, taken where somebody will look at them: {@code test --pictures}. */
public final class Pictures {

    private static final boolean WANTED = Boolean.getBoolean("portal-desk.pictures");

    private Pictures() {}

    /** Takes a picture if this run is to leave some. */
    public static void take(Page page, Path file, boolean whole) {
        if (WANTED) {
            save(page, file, whole);
        }
    }

    /** Takes a picture in any case. */
    static void save(Page page, Path file, boolean whole) {
        Phases.measure(
                "pictures",
                () ->
                        page.screenshot(
                                new Page.ScreenshotOptions().setPath(file).setFullPage(whole)));
    }
}
