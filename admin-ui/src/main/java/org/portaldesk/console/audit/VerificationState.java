package org.portaldesk.console.audit;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import java.time.Instant;
import java.util.Optional;
import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.Verifications;
import org.portaldesk.console.gateway.Verifications.Progress;
import org.portaldesk.contract.audit.AuditVerification;
import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * Checks of the whole record by the person of this session. A check goes on while they look at
 * other screens, and the last one that came to its end is remembered until they sign out.
 */
@SpringComponent
@VaadinSessionScope
class VerificationState {

    /** Where the check stands that was begun last. */
    sealed interface Run {

        /** None was begun. */
        record None() implements Run {}

        record Running(long checked) implements Run {}

        /** It came to its end; what it found is the last outcome. */
        record Ended() implements Run {}

        /** The person stopped it: it says nothing about the record. */
        record Stopped(long checked) implements Run {}

        record Failed(ApiFailure failure) implements Run {}
    }

    /** What a check found that came to its end. */
    record Outcome(AuditVerification result, Instant at) {}

    private final Verifications verifications;
    private final Calls calls;
    private final ValueSignal<Run> run = new ValueSignal<>(new Run.None());
    private final ValueSignal<Optional<Outcome>> last = new ValueSignal<>(Optional.empty());
    private Disposable running = Disposables.disposed();

    VerificationState(Verifications verifications, Calls calls) {
        this.verifications = verifications;
        this.calls = calls;
    }

    /** Begins one, unless one runs already. */
    synchronized void start() {
        if (run.peek() instanceof Run.Running) {
            return;
        }
        run.set(new Run.Running(0));
        running =
                calls.start(
                        verifications.begin().doOnNext(this::heard).last(),
                        this::ended,
                        failure -> run.set(new Run.Failed(failure)));
    }

    /** Stops the one that runs. */
    synchronized void stop() {
        if (run.peek() instanceof Run.Running(var checked)) {
            running.dispose();
            run.set(new Run.Stopped(checked));
        }
    }

    private void heard(Progress progress) {
        if (progress instanceof Progress.Checked(var events)) {
            run.update(now -> now instanceof Run.Running ? new Run.Running(events) : now);
        }
    }

    /** A stream that ends without a result was cut. */
    private void ended(Progress progress) {
        switch (progress) {
            case Progress.Done(var result) -> {
                last.set(Optional.of(new Outcome(result, Instant.now())));
                run.set(new Run.Ended());
            }
            case Progress.Checked(_) -> run.set(new Run.Failed(new ApiFailure.Away("")));
        }
    }

    Signal<Run> run() {
        return run.asReadonly();
    }

    /** The last check that came to its end. */
    Signal<Optional<Outcome>> last() {
        return last.asReadonly();
    }
}
