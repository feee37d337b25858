package org.portaldesk.api.notice.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portaldesk.api.notice.EmailKind;
import org.portaldesk.contract.request.AskReason;
import org.portaldesk.contract.request.DenyReason;

class MailTextTest {

    private static final Map<String, String> VALUES =
            Map.of(
                    "facility", "Riverside <General>",
                    "contact", "Riverside, (413) 555-0142",
                    "page", "https://portal.example/portal/activate",
                    "code", "7K2QX-9MZ4T-B0WRE",
                    "expiry", "Wednesday",
                    "reference", "R-1234",
                    "reason", "DUPLICATE_REQUEST");

    @ParameterizedTest
    @EnumSource(Language.class)
    void theCodeStandsAloneAndLargeInItsMail(Language language) {
        var text = MailText.of(EmailKind.ACTIVATION_CODE, language, VALUES);

        assertThat(text.plain())
                .contains(
                        "\n\n7K2QX-9MZ4T-B0WRE\n\n",
                        "\n\nhttps://portal.example/portal/activate\n\n");
        assertThat(text.html())
                .contains("monospace", ">7K2QX-9MZ4T-B0WRE</p>")
                .contains("<a href=\"https://portal.example/portal/activate\"")
                .contains("Riverside &lt;General&gt;")
                .contains("lang=\"" + language.tag() + "\"");
    }

    @Test
    void theSubjectTellsNothing() {
        for (var kind : EmailKind.values()) {
            assertThat(MailText.of(kind, Language.EN, VALUES).subject())
                    .isEqualTo("Message from your hospital");
            assertThat(MailText.of(kind, Language.ES, VALUES).subject())
                    .isEqualTo("Mensaje de su hospital");
        }
    }

    @Test
    void everyReasonHasWordsInBothLanguages() {
        var denials = Stream.of(DenyReason.values()).map(Enum::name);
        var questions = Stream.of(AskReason.values()).map(Enum::name);

        Stream.concat(denials, questions)
                .forEach(
                        reason -> {
                            var english = denial(Language.EN, reason);
                            assertThat(english).doesNotContain(reason);
                            assertThat(denial(Language.ES, reason)).isNotEqualTo(english);
                        });
    }

    @Test
    void noAnswerToARequesterTellsWhoIsAPatient() {
        assertThat(denial(Language.EN, "NO_MATCHING_RECORD"))
                .doesNotContainIgnoringCase("patient")
                .doesNotContainIgnoringCase("no record")
                .startsWith(denial(Language.EN, "IDENTITY_NOT_PROVEN").substring(0, 200));
        assertThat(denial(Language.EN, "ACCOUNT_ALREADY_ACTIVE"))
                .contains("If you have opened an account before");
    }

    @Test
    void aReasonWithoutWordsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> denial(Language.EN, "UNHEARD_OF"));
    }

    private static String denial(Language language, String reason) {
        var values = new HashMap<>(VALUES);
        values.put("reason", reason);
        return MailText.of(EmailKind.CODE_REQUEST_DENIED, language, values).plain();
    }
}
