package org.portaldesk.api.account.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.portaldesk.contract.account.AccountLock;
import org.portaldesk.contract.patient.AccountState;

class StandingTest {

    private static final Instant SOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void staffsClosingGoesBeforeEveryLock() {
        assertThat(Standing.of(new Reading(false, true, true, 5, SOON, "x", null), true).state())
                .isEqualTo(AccountState.DISABLED);
    }

    @Test
    void aLockWithAnEndIsTemporary() {
        var standing = Standing.of(new Reading(true, false, true, 5, SOON, "x", SOON), false);
        assertThat(standing.state()).isEqualTo(AccountState.LOCKED);
        assertThat(Objects.requireNonNull(standing.lock()).kind())
                .isEqualTo(AccountLock.Kind.TEMPORARY);
    }

    @Test
    void aLockWithoutAnEndIsPermanentEvenBeforeTheUserIsDisabled() {
        var early = Standing.of(new Reading(true, false, true, 5, SOON, "x", null), false);
        var late = Standing.of(new Reading(false, true, false, 0, null, null, null), false);
        assertThat(Objects.requireNonNull(early.lock()).kind())
                .isEqualTo(AccountLock.Kind.PERMANENT);
        assertThat(Objects.requireNonNull(late.lock()).kind())
                .isEqualTo(AccountLock.Kind.PERMANENT);
    }

    @Test
    void whatIsNotProvedToBeALockIsSomebodysWork() {
        for (var lockedNow : new boolean[] {true, false}) {
            for (var failures : new int[] {0, 4, 5, 50}) {
                var disabled = new Reading(false, false, lockedNow, failures, SOON, "x", null);
                assertThat(disabled.disabledByHand()).isTrue();
                assertThat(Standing.of(disabled, false).state()).isEqualTo(AccountState.DISABLED);
            }
        }
        assertThat(new Reading(false, true, true, 5, SOON, "x", null).disabledByHand()).isFalse();
        assertThat(new Reading(true, false, true, 5, SOON, "x", SOON).disabledByHand()).isFalse();
    }

    @Test
    void aUserWhomSomebodyDisabledByHandIsNotLocked() {
        var standing = Standing.of(new Reading(false, false, false, 0, null, null, null), false);
        assertThat(standing.state()).isEqualTo(AccountState.DISABLED);
        assertThat(standing.lock()).isNull();
    }
}
