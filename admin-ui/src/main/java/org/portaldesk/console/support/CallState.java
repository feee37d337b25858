package org.portaldesk.console.support;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.Latest;
import org.portaldesk.contract.account.CallReason;
import org.portaldesk.contract.activation.Reason;
import org.portaldesk.contract.patient.Patient;
import org.portaldesk.contract.patient.PatientApi;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.verification.AbandonReason;
import org.portaldesk.contract.verification.Call;
import org.portaldesk.contract.verification.Conclusion;
import org.portaldesk.contract.verification.Conclusion.Outcome;
import org.portaldesk.contract.verification.Fact;
import org.portaldesk.contract.verification.StartVerification;
import org.portaldesk.contract.verification.Verification;
import org.portaldesk.contract.verification.VerificationApi;
import org.portaldesk.contract.verification.VerificationOverride;
import org.portaldesk.contract.verification.VerificationOverrideApi;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * One call about one patient, from the greeting to the note. What the caller says goes through to
 * the API and is kept nowhere here.
 */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class CallState {

    private final PatientApi patients;
    private final VerificationApi api;
    private final VerificationOverrideApi overrides;
    private final Latest<Patient> patient;
    private final Act<Verification> start;
    private final Act<VerificationApi.Recorded> answer;
    private final Act<VerificationApi.CodeSent> sendCode;
    private final Act<Conclusion> end;
    private final Act<Call> note;
    private final Act<VerificationOverride> askSupervisor;
    private final ValueSignal<Stage> stage = new ValueSignal<>(new Stage.Greeting());
    private final Instant begunAt = Instant.now();
    private UUID patientId = new UUID(0, 0);
    private volatile @Nullable UUID verificationId;
    private volatile Disposable window = Disposables.disposed();

    CallState(
            PatientApi patients,
            VerificationApi api,
            VerificationOverrideApi overrides,
            Calls calls) {
        this.patients = patients;
        this.api = api;
        this.overrides = overrides;
        this.patient = new Latest<>(calls);
        this.start = new Act<>(calls);
        this.answer = new Act<>(calls);
        this.sendCode = new Act<>(calls);
        this.end = new Act<>(calls);
        this.note = new Act<>(calls);
        this.askSupervisor = new Act<>(calls);
    }

    /** Begins a call about this patient; a state serves only one. */
    void open(UUID patientId) {
        this.patientId = patientId;
        reload();
    }

    void reload() {
        patient.load(patients.get(patientId));
    }

    void start(StartVerification who) {
        note.reset();
        sendCode.reset();
        answer.reset();
        end.reset();
        start.start(
                api.start(patientId, who)
                        .doOnNext(this::ask)
                        .doOnError(this::holdWhereOnlyASupervisorGoesOn));
    }

    private void ask(Verification begun) {
        verificationId = begun.id();
        stage.set(new Stage.Asking(Script.of(begun)));
    }

    private void holdWhereOnlyASupervisorGoesOn(Throwable error) {
        if (ApiFailure.of(error) instanceof ApiFailure.Refused refused
                && refused.code() == ProblemCode.SUPERVISOR_ONLY) {
            stage.set(new Stage.Held());
        }
    }

    /** Passes on what the caller says to the question that is asked now. */
    void answer(Fact fact, String said) {
        verification()
                .ifPresent(
                        id ->
                                answer.start(
                                        api.answer(id, new VerificationApi.Answer(fact, said))
                                                .doOnNext(_ -> turn(at -> at.recorded(fact)))));
    }

    void skip() {
        turn(Script::skipped);
    }

    void askAgain(Fact fact) {
        answer.reset();
        turn(script -> script.asking(fact));
    }

    void sendCode(Verification.SendTo to) {
        verification()
                .ifPresent(
                        id ->
                                sendCode.start(
                                        api.sendCode(id, new VerificationApi.SendCode(to))
                                                .doOnNext(_ -> turn(Script::withCode))));
    }

    private void turn(Function<Script, Script> step) {
        stage.update(
                now ->
                        now instanceof Stage.Asking(var script)
                                ? new Stage.Asking(step.apply(script))
                                : now);
    }

    void conclude() {
        verification().ifPresent(id -> end.start(api.conclude(id).doOnNext(this::concluded)));
    }

    void abandon(AbandonReason reason) {
        verification()
                .ifPresent(
                        id ->
                                end.start(
                                        api.abandon(id, new VerificationApi.Abandon(reason))
                                                .doOnNext(this::concluded)));
    }

    private void concluded(Conclusion conclusion) {
        stage.set(
                switch (conclusion.outcome()) {
                    case PASSED -> new Stage.Passed(conclusion);
                    case FAILED -> new Stage.Failed(conclusion.attemptsLeft());
                    case ABANDONED -> new Stage.GivenUp();
                });
        var until = conclusion.opensUntil();
        if (conclusion.outcome() == Outcome.PASSED && until != null) {
            window =
                    Mono.delay(Duration.between(Instant.now(), until))
                            .subscribe(_ -> stage.set(new Stage.Closed()));
        }
    }

    /** Back to the greeting, for one more verification in the same call. */
    void again() {
        close();
        start.reset();
        end.reset();
        askSupervisor.reset();
        stage.set(new Stage.Greeting());
    }

    void writeNote(CallReason reason, @Nullable String text) {
        verification()
                .ifPresent(
                        id ->
                                note.start(
                                        api.note(id, new VerificationApi.WriteNote(reason, text))));
    }

    void askSupervisor(String reason) {
        askSupervisor.start(overrides.ask(patientId, new Reason(reason)));
    }

    /** Nobody looks any more. */
    void close() {
        window.dispose();
    }

    Optional<UUID> verification() {
        return Optional.ofNullable(verificationId);
    }

    /** Whether the call has no note yet although one is due. */
    boolean owesNote() {
        return stage.peek().ended() && !(note.signal().peek() instanceof Act.State.Done<?>);
    }

    UUID patientId() {
        return patientId;
    }

    Instant begunAt() {
        return begunAt;
    }

    Latest<Patient> patient() {
        return patient;
    }

    Signal<Stage> stage() {
        return stage.asReadonly();
    }

    Act<Verification> start() {
        return start;
    }

    Act<VerificationApi.Recorded> answer() {
        return answer;
    }

    Act<VerificationApi.CodeSent> sendCode() {
        return sendCode;
    }

    /** Comparing or giving up. */
    Act<Conclusion> end() {
        return end;
    }

    Act<Call> note() {
        return note;
    }

    Act<VerificationOverride> askSupervisor() {
        return askSupervisor;
    }
}
