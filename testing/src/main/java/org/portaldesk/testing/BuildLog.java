package org.portaldesk.testing;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The steps of a Maven build, read from its log with times. Modules may be built side by side: a
 * step lasts until the next one of its module begins, the last one until the module's end.
 */
final class BuildLog {

    /**
     * @param goal as {@code compiler:compile}, with its execution if it is not the default one
     */
    record Step(String module, String goal, Duration time) {}

    private record Open(String goal, LocalTime since) {}

    private static final String TIME = "^(\\d\\d:\\d\\d:\\d\\d[.]\\d{3}) \\[INFO] ";
    private static final Pattern BEGIN =
            Pattern.compile(TIME + "--- (\\S+?):[\\d.]+:(\\S+) \\((\\S+)\\) @ (\\S+) ---$");
    private static final Pattern ANY = Pattern.compile(TIME);

    private final Map<String, Open> open = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private LocalTime last = LocalTime.MIN;

    private BuildLog() {}

    static List<Step> steps(List<String> lines) {
        var log = new BuildLog();
        lines.forEach(log::read);
        return log.steps;
    }

    private void read(String line) {
        var any = ANY.matcher(line);
        if (!any.find()) {
            return;
        }
        last = LocalTime.parse(any.group(1));
        BEGIN.matcher(line).results().forEach(this::begin);
    }

    private void begin(MatchResult step) {
        var module = step.group(5).replaceFirst("^portal-desk-", "");
        end(module, last);
        var execution = step.group(4);
        var goal = step.group(2) + ":" + step.group(3);
        var isPlain = execution.startsWith("default");
        open.put(module, new Open(isPlain ? goal : goal + "@" + execution, last));
    }

    private void end(String module, LocalTime at) {
        var ended = open.remove(module);
        if (ended != null) {
            var time = Duration.between(ended.since, at);
            // A build may run over midnight.
            steps.add(new Step(module, ended.goal, time.isNegative() ? time.plusDays(1) : time));
        }
    }
}
