package org.portaldesk.console.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.widget.Shortcut.Scope;

class ShortcutTest {

    @Test
    void noShortcutHidesAnother() {
        for (var one : Shortcut.all()) {
            assertThat(Shortcut.all())
                    .filteredOn(other -> other != one && together(one.scope(), other.scope()))
                    .extracting(Shortcut::combination)
                    .doesNotContain(one.combination());
        }
    }

    @Test
    void noShortcutTakesOneOfTheBrowsers() {
        assertThat(Shortcut.all())
                .extracting(Shortcut::combination)
                .doesNotContain(
                        "Ctrl R", "Ctrl W", "Ctrl T", "Ctrl S", "Ctrl N", "Ctrl L", "Alt D");
    }

    @Test
    void noShortcutIsABareLetter() {
        assertThat(Shortcut.all()).noneMatch(one -> one.combination().matches("\\p{L}"));
    }

    private static boolean together(Scope one, Scope other) {
        return one == other
                || one == Scope.EVERYWHERE
                || other == Scope.EVERYWHERE
                || Set.of(one, other).equals(Set.of(Scope.REQUESTS, Scope.FORM))
                || Set.of(one, other).equals(Set.of(Scope.RECORD, Scope.PRIVACY))
                || Set.of(one, other).equals(Set.of(Scope.PATIENT, Scope.PRIVACY));
    }
}
