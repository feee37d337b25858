package org.portaldesk.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuarantineTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);

    @Test
    void aLineNamesTheDayTheTestAndTheReason() {
        var quarantine =
                Quarantine.parse(
                        List.of("# why it is here", "", "2026-11-30 org.a.B#c fails under load"));
        assertThat(quarantine.of("org.a.B#c"))
                .hasValue(new Quarantine.Entry(MONDAY, "org.a.B#c", "fails under load"));
        assertThat(quarantine.of("org.a.B#other")).isEmpty();
    }

    @Test
    void aLineWithoutAReasonOrATestIsRefused() {
        for (var line : List.of("2026-11-30 org.a.B#c", "2026-11-30 org.a.B no method")) {
            assertThatThrownBy(() -> Quarantine.parse(List.of(line))).hasMessageContaining(line);
        }
    }

    @Test
    void itIsOverAfterAWeek() {
        var entry = new Quarantine.Entry(MONDAY, "org.a.B#c", "reason");
        assertThat(entry.isOver(MONDAY.plusDays(Quarantine.DAYS))).isFalse();
        assertThat(entry.isOver(MONDAY.plusDays(Quarantine.DAYS + 1))).isTrue();
    }

    @Test
    void nothingInTheQuarantineOfThisCheckoutIsOverAWeekOld() {
        assertThat(Quarantine.ofCheckout().entries())
                .as("mend the test or its cause; a week is over")
                .noneMatch(entry -> entry.isOver(LocalDate.now()));
    }

    @Test
    void everyTestInTheQuarantineOfThisCheckoutExists() {
        assertThat(Quarantine.ofCheckout().entries())
                .allSatisfy(entry -> assertThat(sourceOf(entry.test())).contains(methodOf(entry)));
    }

    private static String methodOf(Quarantine.Entry entry) {
        return "void " + entry.test().substring(entry.test().indexOf('#') + 1) + "(";
    }

    private static String sourceOf(String test) throws IOException {
        var file = test.replaceFirst("[#$].*", "").replace('.', '/') + ".java";
        try (var files = Files.walk(Path.of(".."))) {
            var source = files.filter(one -> one.endsWith(file)).findFirst().orElseThrow();
            return Files.readString(source);
        }
    }
}
