package org.portaldesk.api.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portaldesk.api.platform.problem.ProblemException;

class EdgeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoë",
                "Nguyễn Thị",
                "👩‍⚕️",
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
                "\udc00half"
            })
    void controlCharactersAreNot(String text) {
        assertThat(Printable.check(text)).isFalse();
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
