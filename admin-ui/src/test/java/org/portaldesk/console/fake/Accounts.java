package org.portaldesk.console.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.account.AccountActApi;
import org.portaldesk.contract.account.AccountApi;
import org.portaldesk.contract.account.AccountLock;
import org.portaldesk.contract.account.DisableReason;
import org.portaldesk.contract.account.LockedAccount;
import org.portaldesk.contract.account.PortalAccount;
import org.portaldesk.contract.account.SecondFactor;
import org.portaldesk.contract.account.SignIn;
import org.portaldesk.contract.patient.AccountState;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;

/** Portal accounts, one for each way to stand. */
public final class Accounts implements AccountApi, AccountActApi {

    private final Desk desk;
    private final Map<UUID, PortalAccount> accounts = new HashMap<>();
    private final List<LockedAccount> locked = new ArrayList<>();
    private boolean attacked;

    Accounts(Desk desk) {
        this.desk = desk;
        reset();
    }

    public final synchronized void reset() {
        attacked = false;
        accounts.clear();
        locked.clear();
        put(Patients.BRUNILDA, AccountState.PENDING, null, null);
        put(Patients.CIERA, AccountState.LOCKED, "ciera.boyle@example.org", temporary(5));
        put(Patients.DARIUS, AccountState.NONE, null, null);
        put(Patients.ADAN, AccountState.LOCKED, "adan.delrio", permanent());
        lock(Patients.CIERA, "Boyle, Ciera", temporary(5));
        lock(Patients.ADAN, "Delrío, Adán", permanent());
    }

    private void put(
            UUID patient,
            AccountState state,
            @Nullable String username,
            @Nullable AccountLock lock) {
        accounts.put(
                patient,
                new PortalAccount(
                        patient,
                        state,
                        username,
                        lock,
                        username == null ? List.of() : List.of(SecondFactor.OTP),
                        username == null ? null : Instant.now().minus(Duration.ofDays(4)),
                        null,
                        null));
    }

    private static AccountLock temporary(int failures) {
        return new AccountLock(
                AccountLock.Kind.TEMPORARY,
                Instant.now().minusSeconds(120),
                failures,
                "203.0.113.7",
                Instant.now().plusSeconds(780));
    }

    private static AccountLock permanent() {
        return new AccountLock(AccountLock.Kind.PERMANENT, null, 12, null, null);
    }

    /** Somebody else gets locked out. */
    public synchronized void lock(UUID patient, String name, AccountLock lock) {
        locked.addFirst(
                new LockedAccount(
                        patient, "c07a6f3b-a00" + locked.size(), name, "user@example.org", lock));
    }

    /** A lock ends. */
    public synchronized void end(UUID patient) {
        locked.removeIf(one -> one.patientId().equals(patient));
    }

    /** Wrong passwords keep coming in. */
    public void attack() {
        attacked = true;
    }

    public synchronized void disabled(UUID patient) {
        var one = one(patient);
        accounts.put(
                patient,
                new PortalAccount(
                        patient,
                        AccountState.DISABLED,
                        one.username(),
                        null,
                        one.secondFactors(),
                        one.lastSignInAt(),
                        PortalAccount.Closing.STAFF,
                        new PortalAccount.Disabling(
                                DisableReason.PATIENT_ASKED, "Hana Kim", Instant.now())));
    }

    /** The account of somebody who has died, or whom somebody has disabled in Keycloak. */
    public synchronized void keptClosed(UUID patient, PortalAccount.Closing by) {
        var one = one(patient);
        accounts.put(
                patient,
                new PortalAccount(
                        patient,
                        AccountState.DISABLED,
                        one.username(),
                        null,
                        one.secondFactors(),
                        one.lastSignInAt(),
                        by,
                        null));
    }

    private synchronized PortalAccount one(UUID patient) {
        return accounts.getOrDefault(
                patient,
                new PortalAccount(
                        patient, AccountState.NONE, null, null, List.of(), null, null, null));
    }

    private synchronized PortalAccount active(UUID patient) {
        var one = one(patient);
        accounts.put(
                patient,
                new PortalAccount(
                        patient,
                        AccountState.ACTIVE,
                        one.username(),
                        null,
                        one.secondFactors(),
                        one.lastSignInAt(),
                        null,
                        null));
        end(patient);
        return one(patient);
    }

    @Override
    public Mono<PortalAccount> get(UUID patientId) {
        return desk.read("account of " + patientId, () -> one(patientId));
    }

    @Override
    public Mono<ResponseEntity<Page<LockedAccount>>> list(
            ListedState state,
            @Nullable String cursor,
            @Nullable Integer limit,
            @Nullable String seen) {
        return desk.readUnlessSeen("locked accounts", () -> new Page<>(lockedNow(), null), seen);
    }

    private synchronized List<LockedAccount> lockedNow() {
        return List.copyOf(locked);
    }

    @Override
    public Mono<Page<SignIn>> signIns(
            UUID patientId, @Nullable String cursor, @Nullable Integer limit) {
        return desk.read(
                "sign-ins of " + patientId,
                () -> new Page<>(one(patientId).username() == null ? List.of() : tries(), null));
    }

    private static List<SignIn> tries() {
        var now = Instant.now();
        return List.of(
                new SignIn(
                        now.minusSeconds(120),
                        SignIn.Outcome.LOCKED_OUT,
                        "203.0.113.7",
                        "invalid_user_credentials"),
                new SignIn(
                        now.minusSeconds(150),
                        SignIn.Outcome.FAILED,
                        "203.0.113.7",
                        "invalid_user_credentials"),
                new SignIn(
                        now.minus(Duration.ofDays(4)),
                        SignIn.Outcome.SUCCEEDED,
                        "198.51.100.23",
                        null));
    }

    @Override
    public Mono<PortalAccount> unlock(UUID patientId, Unlock unlock) {
        return desk.act(
                "unlock because " + unlock.reason(),
                () -> attacked ? one(patientId) : active(patientId));
    }

    @Override
    public Mono<PortalAccount> resetPassword(UUID patientId, InWindow reset) {
        return desk.act("reset password because " + reset.reason(), () -> one(patientId));
    }

    @Override
    public Mono<PortalAccount> resetSecondFactor(UUID patientId, ResetSecondFactor reset) {
        return desk.act(
                "reset " + reset.factor() + " because " + reset.reason(), () -> one(patientId));
    }

    @Override
    public Mono<PortalAccount> endSessions(UUID patientId, InWindow end) {
        return desk.act("end sessions because " + end.reason(), () -> one(patientId));
    }

    @Override
    public Mono<PortalAccount> resendCode(
            UUID patientId, InWindow resend, @Nullable String idempotencyKey) {
        return desk.act("resend code because " + resend.reason(), () -> one(patientId));
    }

    @Override
    public Mono<PortalAccount> disable(UUID patientId, Disable disable) {
        return desk.act(
                "disable because " + disable.reason() + ", proxies " + disable.endProxies(),
                () -> {
                    disabled(patientId);
                    return one(patientId);
                });
    }

    @Override
    public Mono<PortalAccount> enable(UUID patientId, Enable enable) {
        return desk.act("enable because " + enable.reason(), () -> active(patientId));
    }
}
