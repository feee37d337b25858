package org.portaldesk.api.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.account.Member;
import org.portaldesk.api.support.DeskIT;
import org.portaldesk.realm.KeycloakAdmin;

/**
 * A thousand unlocks, twenty at a time, of locks that end by themselves and of locks that do not:
 * what was reported is whether sign-in works, each time. {@code -Dunlock.rounds=5} makes it short.
 */
class UnlockRaceIT extends DeskIT {

    private static final int AT_ONE_TIME = 20;
    private static final int ROUNDS = Integer.getInteger("unlock.rounds", 50);

    private String usual = "";

    /** What one unlock said, and what was so. */
    private record Unlock(boolean lockedBefore, String reported, boolean canSignIn) {}

    @BeforeEach
    void hashQuickly() {
        usual = admin().get("/patients").path("passwordPolicy").stringValue();
        // Eight thousand passwords are looked at here; how well they are hashed changes no lock.
        passwords("hashAlgorithm(pbkdf2-sha256) and hashIterations(1)");
    }

    @AfterEach
    void hashAsUsual() {
        passwords(usual);
    }

    private static KeycloakAdmin admin() {
        return backing().keycloak().admin();
    }

    private static void passwords(String policy) {
        admin().put("/patients", Map.of("passwordPolicy", policy));
    }

    @Test
    void whatIsReportedIsWhetherSignInWorks() throws Exception {
        var members = new ArrayList<Member>();
        for (var i = 0; i < AT_ONE_TIME; i++) {
            members.add(Member.active(database, backing()));
        }
        for (var round = 0; round < ROUNDS; round++) {
            assertThat(round(members, round % 2 == 1))
                    .as("round %d", round)
                    .containsOnly(new Unlock(true, "ACTIVE", true));
        }
    }

    private List<Unlock> round(List<Member> members, boolean forGood)
            throws SQLException, InterruptedException {
        Member.locksForGood(backing(), forGood);
        all(members.stream().<Callable<Boolean>>map(member -> () -> lock(member)).toList());
        Member.locksForGood(backing(), false);
        var verifications = new ArrayList<String>();
        for (var member : members) {
            verifications.add(passed(agent(), member));
        }
        var unlocks = new ArrayList<Callable<Unlock>>();
        for (var i = 0; i < members.size(); i++) {
            var member = members.get(i);
            var verification = verifications.get(i);
            unlocks.add(() -> unlock(member, verification));
        }
        return all(unlocks);
    }

    private static boolean lock(Member member) {
        member.lockedOut();
        return true;
    }

    private Unlock unlock(Member member, String verification) {
        var before = !member.canSignIn();
        var reported = state(act(agent(), member, "unlock", verification));
        return new Unlock(before, reported, member.canSignIn());
    }

    private static <T> List<T> all(List<Callable<T>> tasks) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(AT_ONE_TIME)) {
            return threads.invokeAll(tasks).stream()
                    .map(
                            task -> {
                                try {
                                    return task.get();
                                } catch (Exception failure) {
                                    throw new AssertionError(failure);
                                }
                            })
                    .toList();
        }
    }
}
