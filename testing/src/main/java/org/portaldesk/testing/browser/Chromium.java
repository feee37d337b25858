package org.portaldesk.testing.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.portaldesk.testing.Phases;

/** The one browser of this JVM: started for the first window, ended with the JVM. */
public final class Chromium {

    /** The lightest first: one without a window of its own is all that a test needs. */
    private static final List<String> NAMES =
            List.of(
                    "chromium-headless-shell",
                    "chromium",
                    "chromium-browser",
                    "google-chrome",
                    "google-chrome-stable");

    private static final List<String> ARGUMENTS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private static final class Started {
        static final Browser BROWSER = start();
    }

    private Chromium() {}

    public static Browser browser() {
        return Phases.measure("browser start", () -> Started.BROWSER);
    }

    /** A script in the folder {@code testing/browser} that starts it, if there is need of one. */
    private static Optional<Path> starter() {
        return Optional.ofNullable(System.getProperty("portal-desk.browser"))
                .map(
                        name ->
                                Path.of(System.getProperty("portal-desk.checkout", ".."))
                                        .resolve("testing/browser")
                                        .resolve(name));
    }

    private static Browser start() {
        var environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        environment.put("PORTAL_DESK_BROWSER", program().toString());
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        return playwright
                .chromium()
                .launch(
                        new BrowserType.LaunchOptions()
                                .setExecutablePath(starter().orElseGet(Chromium::program))
                                .setEnv(environment)
                                .setArgs(ARGUMENTS));
    }

    private static Path program() {
        var folders = Objects.requireNonNull(System.getenv("PATH")).split(":");
        return NAMES.stream()
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No Chromium on the PATH: " + NAMES));
    }
}
