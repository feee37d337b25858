package org.portaldesk.console.gateway;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import reactor.core.publisher.Mono;

/**
 * Something a person does that changes the world. It runs to its end whatever the screen does, and
 * is not started a second time meanwhile.
 */
public final class Act<T> {

    /** Where the act stands. */
    public sealed interface State<T> {

        record Idle<T>() implements State<T> {}

        record Running<T>() implements State<T> {}

        record Done<T>(T value) implements State<T> {}

        record Failed<T>(ApiFailure failure) implements State<T> {}
    }

    private final Calls calls;
    private final ValueSignal<State<T>> state = new ValueSignal<>(new State.Idle<>());
    private final Signal<State<T>> readable = state.asReadonly();

    public Act(Calls calls) {
        this.calls = calls;
    }

    /** Starts it, unless it runs already. */
    public synchronized void start(Mono<T> call) {
        if (state.peek() instanceof State.Running<T>) {
            return;
        }
        state.set(new State.Running<>());
        calls.start(
                call,
                value -> state.set(new State.Done<>(value)),
                failure -> state.set(new State.Failed<>(failure)));
    }

    /** Forgets how it ended, for a new try. */
    public synchronized void reset() {
        if (!(state.peek() instanceof State.Running<T>)) {
            state.set(new State.Idle<>());
        }
    }

    public Signal<State<T>> signal() {
        return readable;
    }

    /** Whether it runs now; for buttons. */
    public Signal<Boolean> running() {
        return state.map(now -> now instanceof State.Running<T>);
    }
}
