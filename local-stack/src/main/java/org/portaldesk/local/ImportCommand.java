package org.portaldesk.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * {@code import DIR}: sends the files of a folder one after the other and sums up what became of
 * their lines.
 */
record ImportCommand(FhirImport intake, Progress progress) {

    private static final int SHOWN = 20;
    private static final int WIDTH = 30;

    /** Sends them; 0 when every line was taken, 1 when not. */
    int run(List<Path> files) {
        var total = FhirImport.Summary.NOTHING;
        for (Path file : files) {
            var summary = intake.send(file, bar(file));
            clear();
            progress.line(file.getFileName() + ": " + words(summary));
            summary.rejected().stream()
                    .limit(SHOWN)
                    .forEach(r -> progress.line("  line " + r.line() + ": " + r.reason()));
            total = total.plus(summary);
        }
        progress.line("In all: " + words(total));
        return total.rejected().isEmpty() ? 0 : 1;
    }

    private static String words(FhirImport.Summary summary) {
        return "%,d accepted, %,d unchanged, %,d rejected"
                .formatted(summary.accepted(), summary.unchanged(), summary.rejected().size());
    }

    /** Only for eyes: in a file or a pipe there is nothing to see but the sums. */
    private static LongConsumer bar(Path file) {
        if (!onTerminal()) {
            return _ -> {};
        }
        long size = Math.max(1, size(file));
        return sent -> {
            int done = (int) (WIDTH * sent / size);
            System.out.printf(
                    "\r  %-28s [%s%s] %3d %%",
                    file.getFileName(),
                    "█".repeat(done),
                    "·".repeat(WIDTH - done),
                    100 * sent / size);
            System.out.flush();
        };
    }

    private static void clear() {
        if (onTerminal()) {
            System.out.print("\r" + " ".repeat(WIDTH + 45) + "\r");
        }
    }

    private static boolean onTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
