package org.portaldesk.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * When a process began, to tell it from a later one of the same number. Linux counts from the
 * machine's start: a clock that is set, or a machine that was asleep, changes nothing. Elsewhere it
 * is the time of day.
 */
final class Beginning {

    private static final Duration SAME = Duration.ofSeconds(2);
    private static final String TICKS = "ticks-";

    /** Of the fields behind the name, in {@code /proc/PID/stat}. */
    private static final int START = 19;

    private Beginning() {}

    /** As it is written down. */
    static String of(ProcessHandle process) {
        try {
            var stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
            return TICKS + stat.substring(stat.lastIndexOf(')') + 2).split(" ")[START];
        } catch (IOException | RuntimeException notLinux) {
            return String.valueOf(time(process).toEpochMilli());
        }
    }

    /** Whether this process began when that was written down. */
    static boolean isThatOf(ProcessHandle process, String written) {
        if (written.startsWith(TICKS)) {
            return written.equals(of(process));
        }
        var then = Instant.ofEpochMilli(Long.parseLong(written));
        return Duration.between(then, time(process)).abs().compareTo(SAME) < 0;
    }

    private static Instant time(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
