package org.portaldesk.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portaldesk.testing.TestReports.ClassReport;

class TestReportsTest {

    @TempDir private Path checkout;

    @Test
    void testsOfNestedClassesCountThoughTheSuiteTellsOnlyTheLastOnesNumber() throws IOException {
        var report =
                reportOf(
                        """
                        <testsuite name="a.ExpiryIT" time="14.493" tests="1" errors="0" failures="0">
                          <testcase name="lasts" classname="a.ExpiryIT$InDublin" time="0.1"/>
                          <testcase name="lasts" classname="a.ExpiryIT$InPhoenix" time="0.1"/>
                          <testcase name="ends" classname="a.ExpiryIT$InPhoenix" time="0.1"/>
                        </testsuite>
                        """);
        assertThat(report)
                .isEqualTo(
                        new ClassReport(
                                "a.ExpiryIT",
                                3,
                                0,
                                Duration.ofMillis(14_493),
                                List.of(),
                                List.of()));
    }

    @Test
    void whatPassedAtASecondTryIsFlakyAndWhatDidNotHasFailed() throws IOException {
        var report =
                reportOf(
                        """
                        <testsuite name="a.RaceIT" time="1,002.5" tests="4" errors="1" failures="1">
                          <testcase name="wins" classname="a.RaceIT"><flakyFailure/></testcase>
                          <testcase name="loses" classname="a.RaceIT"><failure/><rerunFailure/></testcase>
                          <testcase name="falls" classname="a.RaceIT"><error/></testcase>
                          <testcase name="waits" classname="a.RaceIT">
                            <skipped message="In quarantine since 2026-11-30: the clock"/>
                          </testcase>
                        </testsuite>
                        """);
        assertThat(report)
                .isEqualTo(
                        new ClassReport(
                                "a.RaceIT",
                                4,
                                2,
                                Duration.ofMillis(1_002_500),
                                List.of("a.RaceIT#wins"),
                                List.of("a.RaceIT#waits")));
    }

    @Test
    void aReportOfAnEarlierRunIsNotRead() throws IOException {
        write("<testsuite name='a.OldTest' time='1' tests='0'/>");
        assertThat(TestReports.in(checkout, Instant.now().plusSeconds(60))).isEmpty();
    }

    private ClassReport reportOf(String xml) throws IOException {
        write(xml);
        return TestReports.in(checkout, Instant.EPOCH).getFirst();
    }

    private void write(String xml) throws IOException {
        var folder = Files.createDirectories(checkout.resolve("module/target/failsafe-reports"));
        Files.writeString(folder.resolve("TEST-a.xml"), xml);
    }
}
