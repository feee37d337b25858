package org.portaldesk.api.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.portaldesk.api.Beside;
import org.portaldesk.local.backing.Backing;
import org.portaldesk.local.backing.Installation;
import org.portaldesk.local.process.Ports;

/**
 * One code, a thousand people at once, twenty times; and twenty times more while the API is killed.
 */
class RedemptionRaceIT {

    private static final int PEOPLE = 1_000;
    private static final int KILLS_FROM = 100;

    private static Hospital hospital;
    private static ApiProcess api;

    @BeforeAll
    static void start() throws IOException {
        Path folder = Files.createTempDirectory("race");
        var backing = Backing.start(Installation.in(folder, Ports.free()));
        Beside.migrate(backing.installation().migrationEnvironment());
        api = ApiProcess.start(backing.installation().apiEnvironment());
        hospital = new Hospital(backing, api.port());
    }

    @AfterAll
    static void stop() {
        api.close();
        hospital.close();
    }

    @RepeatedTest(20)
    void ofAThousandAtOnceOneWins(RepetitionInfo round) throws Exception {
        var person = Person.numbered(round.getCurrentRepetition());
        var code = hospital.issue(person);

        var answers = new Redemption(api.port(), person, code).byMany(PEOPLE);

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(refusals(answers)).hasSize(1);
        assertThat(hospital.usersNamed(person.username())).isEqualTo(1);
        assertThat(hospital.successesOnRecord(person)).isEqualTo(1);
    }

    @RepeatedTest(20)
    void aKillLeavesNoHalfActivation(RepetitionInfo round) throws Exception {
        var person = Person.numbered(KILLS_FROM + round.getCurrentRepetition());
        var code = hospital.issue(person);
        var redemption = new Redemption(api.port(), person, code);

        var killer = Thread.ofVirtual().start(() -> killAfter(round.getCurrentRepetition() * 40L));
        redemption.byMany(20);
        killer.join();
        api.revive();
        api.awaitReady();
        hospital.awaitNoOpenActivation();

        assertThat(hospital.isRedeemed(person))
                .isEqualTo(hospital.usersNamed(person.username()) == 1);
        if (!hospital.isRedeemed(person)) {
            assertThat(redemption.once("127.9.9.9").status())
                    .as("the code still works")
                    .isEqualTo(201);
        }
        assertThat(hospital.canSignIn(person)).isTrue();
        assertThat(hospital.successesOnRecord(person)).isEqualTo(1);
    }

    private static void killAfter(long millis) {
        try {
            Thread.sleep(millis);
            api.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the others were told, less the request id that each has of its own. */
    private static Set<String> refusals(List<RawHttp.Answer> answers) {
        return answers.stream()
                .filter(answer -> answer.status() != 201)
                .map(
                        answer ->
                                answer.status()
                                        + answer.body().replaceAll("\"requestId\":\"[^\"]*\"", ""))
                .collect(Collectors.toSet());
    }
}
