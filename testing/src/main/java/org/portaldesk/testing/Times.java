package org.portaldesk.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portaldesk.testing.BuildLog.Step;
import org.portaldesk.testing.TestReports.ClassReport;

/**
 * Prints where the time of a test run went: the build's steps, the slowest classes with what they
 * waited for, and the tests that were flaky or in quarantine.
 */
public final class Times {

    private Times() {}

    /**
     * @param arguments the checkout, the begin of the run in seconds since 1970, how many classes
     *     are shown, and the build's logs
     */
    public static void main(String... arguments) throws IOException {
        var checkout = Path.of(arguments[0]);
        var begin = Instant.ofEpochSecond(Long.parseLong(arguments[1]));
        var reports = TestReports.in(checkout, begin);
        System.out.println();
        for (var log : List.of(arguments).subList(3, arguments.length)) {
            printSteps(BuildLog.steps(Files.readAllLines(Path.of(log))));
        }
        printClasses(reports, TestReports.phases(checkout, begin), Integer.parseInt(arguments[2]));
        printSummary(reports, Duration.between(begin, Instant.now()));
    }

    private static void printSteps(List<Step> steps) {
        System.out.println(
                "Steps of the build that took a second or more, those of one module after each other:");
        var byModule =
                steps.stream()
                        .filter(step -> step.time().toMillis() >= 1000)
                        .collect(
                                Collectors.groupingBy(
                                        Step::module, TreeMap::new, Collectors.toList()));
        byModule.forEach(
                (module, some) ->
                        System.out.printf(
                                "  %-20s %s%n",
                                module,
                                some.stream()
                                        .map(step -> step.goal() + " " + minutes(step.time()))
                                        .collect(Collectors.joining(", "))));
    }

    private static void printClasses(
            List<ClassReport> reports, Map<String, Map<String, Long>> phases, int rows) {
        System.out.printf("The slowest of %d test classes:%n", reports.size());
        reports.stream()
                .sorted(Comparator.comparing(ClassReport::time).reversed())
                .limit(rows)
                .forEach(
                        report ->
                                System.out.printf(
                                        "  %6s  %4d tests  %s%s%n",
                                        minutes(report.time()),
                                        report.tests(),
                                        report.name().replaceFirst("^org[.]portaldesk[.]", ""),
                                        parts(phases.getOrDefault(report.name(), Map.of()))));
    }

    private static String parts(Map<String, Long> phases) {
        return phases.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(phase -> ", %s %.1f s".formatted(phase.getKey(), phase.getValue() / 1000.0))
                .collect(Collectors.joining());
    }

    private static void printSummary(List<ClassReport> reports, Duration time) {
        printNames(
                "Flaky, passed at the second try",
                reports.stream().flatMap(r -> r.flaky().stream()));
        printNames(
                "In quarantine, and failed",
                reports.stream().flatMap(r -> r.quarantined().stream()));
        System.out.printf(
                "%d tests, %d failed, %d flaky, %d in quarantine failed; %s minutes%n",
                reports.stream().mapToInt(ClassReport::tests).sum(),
                reports.stream().mapToInt(ClassReport::failed).sum(),
                reports.stream().mapToInt(r -> r.flaky().size()).sum(),
                reports.stream().mapToInt(r -> r.quarantined().size()).sum(),
                minutes(time));
    }

    private static void printNames(String title, Stream<String> names) {
        names.forEach(name -> System.out.println(title + ": " + name));
    }

    private static String minutes(Duration time) {
        return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }
}
