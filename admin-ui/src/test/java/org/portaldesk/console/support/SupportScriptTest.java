package org.portaldesk.console.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.portaldesk.contract.verification.CallerKind;
import org.portaldesk.contract.verification.Fact;
import org.portaldesk.contract.verification.Verification;

class SupportScriptTest {

    private final Script script =
            Script.of(
                    new Verification(
                            new UUID(1, 1),
                            new UUID(1, 2),
                            CallerKind.PATIENT,
                            Instant.EPOCH,
                            List.of(
                                    new Verification.Step(Fact.FULL_NAME, "name"),
                                    new Verification.Step(Fact.BIRTH_DATE, "born"),
                                    new Verification.Step(Fact.PHONE, "phone")),
                            3,
                            List.of()));

    private static Fact asked(Script script) {
        return script.current().orElseThrow().fact();
    }

    @Test
    void answerLeadsToTheNextQuestion() {
        assertThat(asked(script.recorded(Fact.FULL_NAME))).isEqualTo(Fact.BIRTH_DATE);
    }

    @Test
    void afterTheLastQuestionNoneIsAsked() {
        var all = script.recorded(Fact.FULL_NAME).skipped().recorded(Fact.PHONE);
        assertThat(all.current()).isEmpty();
        assertThat(all.answered()).isTrue();
    }

    @Test
    void whoSkipsEverythingHasNothingToCompare() {
        assertThat(script.skipped().skipped().skipped().answered()).isFalse();
    }

    @Test
    void questionAskedAgainReturnsToTheFirstThatIsOpen() {
        var back = script.recorded(Fact.FULL_NAME).asking(Fact.FULL_NAME);
        assertThat(asked(back)).isEqualTo(Fact.FULL_NAME);
        assertThat(asked(back.recorded(Fact.FULL_NAME))).isEqualTo(Fact.BIRTH_DATE);
    }

    @Test
    void codeThatWasSentIsAskedForAtOnceAndThereOnce() {
        var sent = script.recorded(Fact.FULL_NAME).withCode();
        assertThat(asked(sent)).isEqualTo(Fact.CODE_ON_FILE);
        assertThat(sent.withCode().lines()).hasSize(4);
        assertThat(asked(sent.recorded(Fact.CODE_ON_FILE))).isEqualTo(Fact.BIRTH_DATE);
    }

    @Test
    void codeSentAfterTheLastQuestionIsAskedForStill() {
        var all = script.skipped().skipped().skipped().withCode();
        assertThat(asked(all)).isEqualTo(Fact.CODE_ON_FILE);
    }
}
