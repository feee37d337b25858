package org.portaldesk.api.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The whole sample hospital, through HTTP. */
class SampleImportIT extends FeedIT {

    @Test
    void sampleHospitalIsTakenWholeAndTwiceIsOnce() {
        var before = Instant.now();
        taken("Patient", 289);
        taken("DiagnosticReport", 6508);
        taken("Observation", 43782);
        var lasted = Duration.between(before, Instant.now());
        System.out.printf("The sample hospital was imported in %d ms%n", lasted.toMillis());

        var again = imported(new ClassPathResource("sample/Observation.ndjson.gz"), "gzip");
        assertThat(again.accepted()).isZero();
        assertThat(again.unchanged()).isEqualTo(43782);
    }

    /** Another test may have been here before: the database is shared. */
    private void taken(String type, int lines) {
        var report = imported(new ClassPathResource("sample/" + type + ".ndjson.gz"), "gzip");
        assertThat(report.rejected()).isEmpty();
        assertThat(report.accepted() + report.unchanged()).isEqualTo(lines);
    }
}
