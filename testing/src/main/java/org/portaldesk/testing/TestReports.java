package org.portaldesk.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The reports that Surefire and Failsafe leave, of all modules. */
final class TestReports {

    /**
     * @param flaky those that passed at a second try, by name
     * @param quarantined those in quarantine that failed, by name
     */
    record ClassReport(
            String name,
            int tests,
            int failed,
            Duration time,
            List<String> flaky,
            List<String> quarantined) {}

    private TestReports() {}

    /** Those written since then. */
    static List<ClassReport> in(Path checkout, Instant since) {
        return files(checkout, "*-reports/TEST-*.xml").stream()
                .filter(file -> !isOlder(file, since))
                .map(TestReports::read)
                .toList();
    }

    /** What {@link Phases} left since then: milliseconds by class and phase. */
    static Map<String, Map<String, Long>> phases(Path checkout, Instant since) {
        var phases = new HashMap<String, Map<String, Long>>();
        files(checkout, "times/*.tsv").stream()
                .filter(file -> !isOlder(file, since))
                .flatMap(file -> lines(file).stream())
                .map(line -> line.split("\t"))
                .forEach(
                        parts ->
                                phases.computeIfAbsent(parts[0], _ -> new HashMap<>())
                                        .merge(parts[1], Long.valueOf(parts[2]), Long::sum));
        return phases;
    }

    private static List<Path> files(Path checkout, String pattern) {
        var matcher = checkout.getFileSystem().getPathMatcher("glob:**/target/" + pattern);
        try (Stream<Path> files = Files.walk(checkout, 6)) {
            return files.filter(matcher::matches).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOlder(Path file, Instant since) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(since);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassReport read(Path file) {
        try {
            var document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
            return report(document.getDocumentElement());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("Not a report: " + file, e);
        }
    }

    /**
     * Counts the tests themselves: of a class with nested ones, the suite tells only the last one's
     * number.
     */
    private static ClassReport report(Element suite) {
        var millis =
                Math.round(Double.parseDouble(suite.getAttribute("time").replace(",", "")) * 1000);
        return new ClassReport(
                suite.getAttribute("name"),
                elements(suite.getElementsByTagName("testcase")).size(),
                cases(suite, "failure", "error").size(),
                Duration.ofMillis(millis),
                cases(suite, "flakyFailure", "flakyError"),
                quarantined(suite));
    }

    private static List<String> cases(Element suite, String... results) {
        return elements(suite.getElementsByTagName("testcase")).stream()
                .filter(
                        one ->
                                Stream.of(results)
                                        .anyMatch(r -> one.getElementsByTagName(r).getLength() > 0))
                .map(TestReports::nameOf)
                .toList();
    }

    private static List<String> quarantined(Element suite) {
        return elements(suite.getElementsByTagName("skipped")).stream()
                .filter(skipped -> skipped.getAttribute("message").startsWith("In quarantine"))
                .map(skipped -> nameOf((Element) skipped.getParentNode()))
                .toList();
    }

    private static String nameOf(Element testcase) {
        return testcase.getAttribute("classname") + "#" + testcase.getAttribute("name");
    }

    private static List<Element> elements(NodeList nodes) {
        var elements = new ArrayList<Element>();
        for (var i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
