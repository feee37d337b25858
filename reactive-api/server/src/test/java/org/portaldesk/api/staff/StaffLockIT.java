package org.portaldesk.api.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.ApiIT;
import org.portaldesk.local.signin.SignInRefused;

/** Wrong passwords shut out the address they come from, not the person they are tried against. */
class StaffLockIT extends ApiIT {

    private static final String OWN = "127.0.0.1";
    private static final String STRANGERS = "127.0.0.2";

    private StaffPerson person = new StaffPerson(backing(), "", "");

    @BeforeEach
    void comes() {
        person = StaffPerson.joins(backing());
    }

    @AfterEach
    void leaves() {
        person.leave();
    }

    @Test
    void aStrangerWithFiveWrongPasswordsShutsOnlyThemselvesOut() {
        guesses(STRANGERS, 5);

        refused(() -> signIn(STRANGERS, person.username(), StaffPerson.PASSWORD));
        assertThatCode(() -> signIn(OWN, person.username(), StaffPerson.PASSWORD))
                .doesNotThrowAnyException();
        refused(() -> signIn(STRANGERS, person.username(), StaffPerson.PASSWORD));
    }

    @Test
    void whoeverReleasesThePersonReleasesEachAddress() {
        guesses(STRANGERS, 5);
        refused(() -> signIn(STRANGERS, person.username(), StaffPerson.PASSWORD));

        person.admin().delete("/staff/attack-detection/brute-force/users/" + person.id());

        assertThatCode(() -> signIn(STRANGERS, person.username(), StaffPerson.PASSWORD))
                .doesNotThrowAnyException();
    }

    @Test
    void fromManyAddressesOnlyThosePassFromWhichThePersonHasSignedInBefore() {
        signIn(OWN, person.username(), StaffPerson.PASSWORD);
        IntStream.range(10, 20).parallel().forEach(number -> guesses("127.0.0." + number, 5));

        refused(() -> signIn("127.0.0.99", person.username(), StaffPerson.PASSWORD));
        assertThatCode(() -> signIn(OWN, person.username(), StaffPerson.PASSWORD))
                .doesNotThrowAnyException();
    }

    @Test
    void lockedWrongAndUnknownAnswerTheSameAndTakeAlikeTime() {
        var locked = StaffPerson.joins(backing());
        try {
            guesses(locked.username(), "127.0.0.3", 5);
            var whenLocked = median(_ -> millis("127.0.0.3", locked.username()));
            var whenUnknown = median(n -> millis("127.0.0.3", "nobody-" + n));

            assertThat(whenLocked).isBetween(whenUnknown / 2, whenUnknown * 2);
        } finally {
            locked.leave();
        }
    }

    private void guesses(String address, int times) {
        guesses(person.username(), address, times);
    }

    private static void guesses(String username, String address, int times) {
        for (var guess = 0; guess < times; guess++) {
            var password = "wrong " + guess;
            refused(() -> signIn(address, username, password));
        }
    }

    private static int median(IntUnaryOperator millis) {
        var sorted = IntStream.range(0, 3).map(millis).sorted().toArray();
        return Arrays.stream(sorted).skip(1).findFirst().orElseThrow();
    }

    private static int millis(String address, String username) {
        var begin = System.nanoTime();
        refused(() -> signIn(address, username, "wrong"));
        return (int) Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }

    /** In one and the same words. */
    private static void refused(ThrowingCallable signIn) {
        assertThatThrownBy(signIn)
                .isInstanceOf(SignInRefused.class)
                .hasMessageEndingWith(": Invalid username or password.");
    }

    private static void signIn(String address, String username, String password) {
        backing().consoleSignIn().signInFrom(at(address), username, password);
    }

    private static InetAddress at(String address) {
        return InetAddress.ofLiteral(address);
    }
}
