package org.portaldesk.api.support.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portaldesk.api.support.model.ActRefusal.CLOSED_BY_STAFF;
import static org.portaldesk.api.support.model.ActRefusal.DECEASED;
import static org.portaldesk.api.support.model.ActRefusal.NOT_CLOSED_BY_STAFF;
import static org.portaldesk.api.support.model.ActRefusal.NO_ACCOUNT;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.portaldesk.contract.account.AccountAct;

/** Every act on an account in every state that our own record knows. */
class ActFactsTest {

    private static final UUID PATIENT = new UUID(0, 1);
    private static final UUID USER = new UUID(0, 2);
    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

    private enum Account {
        NONE,
        OPEN,
        CLOSED
    }

    static Stream<Arguments> everyActInEveryState() {
        return Arrays.stream(Deed.values())
                .flatMap(
                        deed ->
                                Arrays.stream(Account.values())
                                        .flatMap(
                                                account ->
                                                        Stream.of(true, false)
                                                                .map(
                                                                        dead ->
                                                                                Arguments.of(
                                                                                        deed,
                                                                                        account,
                                                                                        dead))));
    }

    @ParameterizedTest(name = "{0}, account {1}, deceased {2}")
    @MethodSource("everyActInEveryState")
    void anActIsDoneOnlyWhereItsStateLetsIt(Deed deed, Account account, boolean deceased) {
        assertThat(facts(account, deceased).against(deed, "ana", true, true))
                .isEqualTo(expected(deed, account, deceased));
    }

    private static @Nullable ActRefusal expected(Deed deed, Account account, boolean deceased) {
        return switch (deed) {
            case END_SESSIONS, DISABLE -> withoutEnable(account);
            case UNLOCK, PASSWORD_RESET, SECOND_FACTOR_RESET ->
                    deceased ? DECEASED : withoutEnable(account);
            case RESEND_CODE ->
                    deceased ? DECEASED : account == Account.CLOSED ? CLOSED_BY_STAFF : null;
            case ENABLE ->
                    deceased
                            ? DECEASED
                            : switch (account) {
                                case NONE -> NO_ACCOUNT;
                                case OPEN -> NOT_CLOSED_BY_STAFF;
                                case CLOSED -> null;
                            };
        };
    }

    private static @Nullable ActRefusal withoutEnable(Account account) {
        return switch (account) {
            case NONE -> NO_ACCOUNT;
            case OPEN -> null;
            case CLOSED -> CLOSED_BY_STAFF;
        };
    }

    @Test
    void whatWouldChangeAUserThatAnotherHandHasDisabledYields() {
        assertThat(Arrays.stream(Deed.values()).filter(Deed::yieldsToAnotherHand))
                .containsExactlyInAnyOrder(
                        Deed.UNLOCK, Deed.PASSWORD_RESET, Deed.SECOND_FACTOR_RESET, Deed.DISABLE);
    }

    private static ActFacts facts(Account account, boolean deceased) {
        return new ActFacts(
                PATIENT,
                NOW,
                deceased,
                account == Account.NONE ? null : USER,
                account == Account.CLOSED,
                "ana@example.org",
                false,
                new Window(PATIENT, "ana", allActs(), NOW.plusSeconds(60)),
                false,
                false,
                false);
    }

    private static Set<AccountAct> allActs() {
        return EnumSet.allOf(AccountAct.class);
    }
}
