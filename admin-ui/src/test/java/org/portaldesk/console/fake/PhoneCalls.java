package org.portaldesk.console.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.account.AccountAct;
import org.portaldesk.contract.account.CallReason;
import org.portaldesk.contract.activation.Reason;
import org.portaldesk.contract.verification.AbandonReason;
import org.portaldesk.contract.verification.Call;
import org.portaldesk.contract.verification.CallerKind;
import org.portaldesk.contract.verification.Conclusion;
import org.portaldesk.contract.verification.Conclusion.Outcome;
import org.portaldesk.contract.verification.Consent;
import org.portaldesk.contract.verification.Fact;
import org.portaldesk.contract.verification.StartVerification;
import org.portaldesk.contract.verification.Verification;
import org.portaldesk.contract.verification.VerificationApi;
import org.portaldesk.contract.verification.VerificationOverride;
import org.portaldesk.contract.verification.VerificationOverrideApi;
import reactor.core.publisher.Mono;

/** Verifications that pass when four facts were answered, and the calls they belong to. */
public final class PhoneCalls implements VerificationApi, VerificationOverrideApi {

    private static final UUID ID = new UUID(9, 1);
    private static final int NEEDED = 4;

    private final Desk desk;
    private final Set<Fact> answered = new TreeSet<>();
    private final List<VerificationOverride> overrides = new ArrayList<>();
    private boolean wrong;
    private int attemptsLeft;
    private Duration window = Duration.ofMinutes(10);
    private boolean codeOffered;

    PhoneCalls(Desk desk) {
        this.desk = desk;
        reset();
    }

    public final synchronized void reset() {
        answered.clear();
        wrong = false;
        attemptsLeft = 3;
        window = Duration.ofMinutes(10);
        codeOffered = true;
        overrides.clear();
        overrides.add(
                override(1, "Nienow, Brunilda Lucinda", VerificationOverride.State.REQUESTED));
        overrides.add(override(2, "Boyle, Ciera", VerificationOverride.State.DECLINED));
    }

    /** Whatever is said is wrong, and so many tries are left before it. */
    public void nothingFits(int attemptsLeft) {
        this.wrong = true;
        this.attemptsLeft = attemptsLeft;
    }

    /** The window of a pass lasts only so long. */
    public void window(Duration window) {
        this.window = window;
    }

    /** The contact on file has just changed. */
    public void noCode() {
        codeOffered = false;
    }

    public synchronized void noOverrides() {
        overrides.clear();
    }

    @Override
    public Mono<Verification> start(UUID patientId, StartVerification start) {
        return desk.act(
                "verify " + start.caller() + (start.name() == null ? "" : " " + start.name()),
                () -> {
                    answered.clear();
                    return new Verification(
                            ID,
                            patientId,
                            start.caller(),
                            Instant.now(),
                            List.of(
                                    step(Fact.FULL_NAME),
                                    step(Fact.BIRTH_DATE),
                                    step(Fact.ADDRESS),
                                    step(Fact.PHONE),
                                    step(Fact.SSN_LAST4)),
                            attemptsLeft,
                            codeOffered ? List.of(Verification.SendTo.EMAIL) : List.of());
                });
    }

    private static Verification.Step step(Fact fact) {
        return new Verification.Step(fact, fact.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public Mono<Recorded> answer(UUID id, Answer answer) {
        return desk.act(
                "answer " + answer.fact() + " " + answer.value(),
                () -> {
                    answered.add(answer.fact());
                    return new Recorded(true);
                });
    }

    @Override
    public Mono<CodeSent> sendCode(UUID id, SendCode send) {
        return desk.act(
                "send code to " + send.to(),
                () -> new CodeSent(send.to(), Instant.now().plusSeconds(600)));
    }

    @Override
    public Mono<Conclusion> conclude(UUID id) {
        return desk.act("conclude", this::concluded);
    }

    private Conclusion concluded() {
        boolean passed =
                !wrong && (answered.size() >= NEEDED || answered.contains(Fact.CODE_ON_FILE));
        return passed
                ? new Conclusion(
                        id(),
                        Outcome.PASSED,
                        Instant.now().plus(window),
                        List.of(AccountAct.values()),
                        attemptsLeft)
                : new Conclusion(
                        id(), Outcome.FAILED, null, List.of(), Math.max(0, --attemptsLeft));
    }

    private static UUID id() {
        return ID;
    }

    @Override
    public Mono<Conclusion> abandon(UUID id, Abandon abandon) {
        return desk.act(
                "abandon because " + abandon.reason(),
                () -> new Conclusion(id, Outcome.ABANDONED, null, List.of(), attemptsLeft));
    }

    @Override
    public Mono<Call> note(UUID id, WriteNote note) {
        return desk.act(
                "note " + note.reason() + " " + note.text(),
                () ->
                        call(
                                Outcome.PASSED,
                                null,
                                new Call.Note(
                                        note.reason(), note.text(), "Sam Lee", Instant.now())));
    }

    @Override
    public Mono<Page<Call>> calls(
            UUID patientId, @Nullable String cursor, @Nullable Integer limit) {
        return desk.read(
                "calls about " + patientId,
                () ->
                        patientId.equals(Patients.DARIUS)
                                ? new Page<>(List.of(), null)
                                : new Page<>(before(), null));
    }

    private static List<Call> before() {
        return List.of(
                call(
                        Outcome.PASSED,
                        null,
                        new Call.Note(
                                CallReason.CALLER_LOCKED_OUT,
                                "New phone, typed the old password.",
                                "Sam Lee",
                                Instant.now())),
                call(Outcome.ABANDONED, AbandonReason.CALL_DROPPED, null),
                call(Outcome.FAILED, null, null));
    }

    private static Call call(
            Outcome outcome, @Nullable AbandonReason abandoned, Call.@Nullable Note note) {
        boolean other = abandoned != null;
        return new Call(
                ID,
                Patients.CIERA,
                "Sam Lee",
                other ? CallerKind.OTHER : CallerKind.PATIENT,
                other ? "Lena Boyle" : null,
                other ? "daughter" : null,
                other ? Consent.SPOKEN_IN_CALL : null,
                Instant.now().minus(Duration.ofDays(3)),
                outcome,
                abandoned,
                List.of(Fact.FULL_NAME, Fact.BIRTH_DATE, Fact.PHONE, Fact.SSN_LAST4),
                outcome == Outcome.PASSED
                        ? List.of(
                                new Call.Act(
                                        AccountAct.UNLOCK,
                                        Call.Act.State.DONE,
                                        Instant.now().minus(Duration.ofDays(3))))
                        : List.of(),
                note);
    }

    private static VerificationOverride override(
            int n, String name, VerificationOverride.State state) {
        boolean decided = state != VerificationOverride.State.REQUESTED;
        return new VerificationOverride(
                new UUID(3, n),
                Patients.BRUNILDA,
                name,
                "c07a6f3b-a00" + n,
                state,
                "He answers from the number on file and was here last week.",
                "Sam Lee",
                Instant.now().minusSeconds(300),
                decided ? "Rosa Ortega" : null,
                decided ? Instant.now() : null,
                decided ? "The calls are suspicious" : null,
                state == VerificationOverride.State.APPROVED
                        ? Instant.now().plusSeconds(3600)
                        : null);
    }

    @Override
    public Mono<VerificationOverride> ask(UUID patientId, Reason reason) {
        return desk.act(
                "ask supervisor because " + reason.reason(),
                () -> override(9, "Boyle, Ciera", VerificationOverride.State.REQUESTED));
    }

    @Override
    public Mono<Page<VerificationOverride>> list(
            VerificationOverride.@Nullable State state,
            @Nullable String cursor,
            @Nullable Integer limit) {
        return desk.read(
                "held calls " + state,
                () -> {
                    synchronized (this) {
                        return new Page<>(
                                overrides.stream()
                                        .filter(one -> state == null || one.state() == state)
                                        .toList(),
                                null);
                    }
                });
    }

    @Override
    public Mono<VerificationOverride> approve(UUID id, Reason reason) {
        return desk.act(
                "let verify because " + reason.reason(),
                () -> override(1, "Nienow, Brunilda Lucinda", VerificationOverride.State.APPROVED));
    }

    @Override
    public Mono<VerificationOverride> decline(UUID id, Reason reason) {
        return desk.act(
                "decline call because " + reason.reason(),
                () -> override(1, "Nienow, Brunilda Lucinda", VerificationOverride.State.DECLINED));
    }
}
