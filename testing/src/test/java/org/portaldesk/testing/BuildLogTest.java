package org.portaldesk.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portaldesk.testing.BuildLog.Step;

class BuildLogTest {

    @Test
    void aStepLastsUntilTheNextOneOfItsModule() {
        var steps =
                BuildLog.steps(
                        List.of(
                                "10:00:00.000 [INFO] --- compiler:3.15.0:compile (default-compile) @ portal-desk-server ---",
                                "10:00:01.000 [INFO] --- compiler:3.15.0:compile (default-compile) @ portal-desk-admin-ui ---",
                                "2026-11-30T10:00:01.500Z INFO what a test prints",
                                "10:00:09.500 [INFO] --- failsafe:3.5.6:integration-test (screens) @ portal-desk-server ---",
                                "10:00:11.000 [INFO] --- failsafe:3.5.6:verify (default) @ portal-desk-admin-ui ---",
                                "10:00:12.000 [INFO] BUILD SUCCESS"));
        assertThat(steps)
                .containsExactlyInAnyOrder(
                        new Step("server", "compiler:compile", Duration.ofMillis(9500)),
                        new Step("admin-ui", "compiler:compile", Duration.ofSeconds(10)));
    }

    @Test
    void aBuildMayRunOverMidnight() {
        var steps =
                BuildLog.steps(
                        List.of(
                                "23:59:59.000 [INFO] --- jar:3.5.1:jar (default-jar) @ portal-desk-seal ---",
                                "00:00:01.000 [INFO] --- failsafe:3.5.6:verify (default) @ portal-desk-seal ---"));
        assertThat(steps).containsExactly(new Step("seal", "jar:jar", Duration.ofSeconds(2)));
    }
}
