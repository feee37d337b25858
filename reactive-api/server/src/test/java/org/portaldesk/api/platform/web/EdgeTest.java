package org.portaldesk.api.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.contract.Printable;

class EdgeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoë",
                "Nguyễn Thị",
                "👩‍⚕️",
                "می‌خواهم",
                "क्‍ष",
                " ",
                "محمد",
                "tab\there",
                "two\nlines",
                "<script>",
                "'; --"
            })
    void namesOfAllPeopleArePrintable(String text) {
        assertThat(Printable.check(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nul\u0000",
                "bell\u0007",
                "escape\u001b[31m",
                "c1\u0085",
                "half\ud83d",
                "\udc00half",
                "ab\u202eba",
                "\u2066Lee",
                "Lee\u200e",
                "Le\u200be",
                "\ufeffLee",
                "Le\u00ade",
                "Lee\u2060",
                "Lee\udb40\udc41",
                "\u200b",
                "\u200dLee",
                "Lee \u200cAnn",
                "\u00a0",
                "\u3164",
                "\u2800 \uffa0"
            })
    void controlAndInvisibleCharactersAreNot(String text) {
        assertThat(Printable.check(text)).isFalse();
    }

    @Test
    void whatCannotBeSeenIsLeftOutAndNothingElse() {
        assertThat(Printable.seen("\u202eLe\u200be\u00ad \u200dAnn\ufeff")).isEqualTo("Lee Ann");
        for (var text : List.of("👩‍⚕️", "می‌خواهم", "Nguyễn Thị", "a\tb\n")) {
            assertThat(Printable.seen(text)).isEqualTo(text);
        }
    }

    @Property
    void whatIsLeftOfAnyTextHasNothingMoreToLeaveOut(@ForAll String text) {
        assertThat(Printable.seen(Printable.seen(text))).isEqualTo(Printable.seen(text));
    }

    @Test
    void aVersionStandsInQuotes() {
        assertThat(IfMatch.version("\"7\"")).hasValue(7);
        assertThat(IfMatch.version(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "*", "\"\"", "\"-1\"", "\"99999999999\"", "W/\"7\""})
    void whatIsNoVersionIsRefusedByName(String header) {
        assertThatThrownBy(() -> IfMatch.version(header))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal ->
                                assertThat(refusal.errors().getFirst().field())
                                        .isEqualTo("If-Match"));
    }

    @Test
    void requestNamesDoNotRepeat() {
        assertThat(java.util.stream.Stream.generate(RequestId::fresh).limit(10_000).distinct())
                .hasSize(10_000);
    }
}
