package org.portaldesk.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PidFileTest {

    private final ProcessHandle me = ProcessHandle.current();

    @Test
    void aProcessThatRunsIsFound(@TempDir Path folder) {
        var file = new ProcessFolder(folder).pid("me");
        file.write(me);
        assertThat(file.running()).contains(me);
    }

    @Test
    void whatAnEarlierVersionWroteIsStillFound(@TempDir Path folder) throws IOException {
        var began = Objects.requireNonNull(me.info().startInstant().orElse(null)).toEpochMilli();
        assertThat(written(folder, me.pid() + " " + began).running()).contains(me);
        assertThat(written(folder, me.pid() + " " + (began - 60_000)).running()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "%d", "%d x", "%d ticks-1", "%d 0", "-1 ticks-1", "999999999 0"})
    void anotherOfTheSameNumberAndWhatIsCutShortAreNobody(String text, @TempDir Path folder)
            throws IOException {
        assertThat(written(folder, text.formatted(me.pid())).running()).isEmpty();
    }

    private static PidFile written(Path folder, String text) throws IOException {
        var file = folder.resolve("run").resolve("me.pid");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return new ProcessFolder(folder).pid("me");
    }
}
