package org.portaldesk.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    private static final Duration SHORT = Duration.ofSeconds(10);

    @TempDir Path root;

    @Test
    void itsDeathIsReportedWithTheEndOfItsLog() {
        try (var child = start("dies", "echo the reason; exit 7")) {
            assertThatThrownBy(() -> child.await(() -> false, SHORT))
                    .hasMessageContaining("dies ended with code 7")
                    .hasMessageContaining("the reason");
        }
    }

    @Test
    void aChildThatNeverGetsReadyIsNotWaitedForForEver() {
        try (var child = start("slow", "exec sleep 60")) {
            assertThatThrownBy(() -> child.await(() -> false, Duration.ofMillis(300)))
                    .hasMessageContaining("slow is not ready");
        }
    }

    @Test
    void closingEndsItAndForgetsIt() {
        var child = start("ends", "exec sleep 60");
        assertThat(child.alive()).isTrue();
        child.close();
        assertThat(child.alive()).isFalse();
        assertThat(folder().remembered()).isEmpty();
    }

    @Test
    void closingEndsEvenOneThatDoesNotListen() {
        var child = start("stubborn", "trap '' TERM; echo deaf; while true; do sleep 0.1; done");
        child.await(() -> folder().log("stubborn").toFile().length() > 0, SHORT);
        folder().pid("stubborn").end(Duration.ofMillis(300));
        assertThat(child.ended(SHORT)).isTrue();
    }

    @Test
    void theNextStartEndsWhatAnEarlierOneLeft() {
        var orphan = start("server", "exec sleep 60");
        try (var next = start("server", "exec sleep 60")) {
            assertThat(orphan.alive()).isFalse();
            assertThat(next.alive()).isTrue();
        }
    }

    @Test
    void aNumberThatNowBelongsToSomebodyElseIsNotEnded() throws Exception {
        PidFile remembered = folder().pid("server");
        Files.createDirectories(remembered.file().getParent());
        Files.writeString(remembered.file(), ProcessHandle.current().pid() + " 1000000000000\n");
        assertThat(remembered.running()).isEmpty();
        remembered.end();
        assertThat(remembered.file()).doesNotExist();
    }

    @Test
    void aFileCutShortByACrashNamesNobody() throws Exception {
        PidFile remembered = folder().pid("server");
        Files.createDirectories(remembered.file().getParent());
        Files.writeString(remembered.file(), "12");
        assertThat(remembered.running()).isEmpty();
    }

    private ChildProcess start(String name, String script) {
        return ChildProcess.start(name, List.of("sh", "-c", script), Map.of(), folder());
    }

    private ProcessFolder folder() {
        return new ProcessFolder(root);
    }
}
