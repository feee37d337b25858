package org.portaldesk.console.gateway;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * Something that is asked for again and again while it is in sight. The screen hears only of what
 * has changed; while the API does not answer, the last answer stays, and it is said to be old.
 */
public final class Live<T> {

    /**
     * @param shown the last answer; what went wrong only as long as there was none
     * @param old why it may no longer be true; {@code null} while it is
     */
    public record State<T>(Loadable<T> shown, @Nullable ApiFailure old) {}

    private final Calls calls;
    private final ValueSignal<State<T>> state =
            new ValueSignal<>(new State<>(new Loadable.Loading<>(null), null));
    private final Signal<State<T>> readable = state.asReadonly();
    private Disposable running = Disposables.disposed();

    public Live(Calls calls) {
        this.calls = calls;
    }

    /** Asks once more, unless the last question is still open: a slow API is not asked twice. */
    public synchronized void ask(Mono<T> call) {
        if (running.isDisposed()) {
            // Disposed by its end, whichever: that is how the next question may be asked.
            var end = Disposables.swap();
            running = end;
            end.update(
                    calls.start(call.doFinally(_ -> end.dispose()), this::answered, this::failed));
        }
    }

    /** Drops the question that is open. */
    public synchronized void stop() {
        running.dispose();
    }

    public Signal<State<T>> signal() {
        return readable;
    }

    private void answered(T value) {
        state.set(new State<>(new Loadable.Loaded<>(value), null));
    }

    private void failed(ApiFailure failure) {
        state.update(
                now ->
                        now.shown() instanceof Loadable.Loaded<T>
                                ? new State<>(now.shown(), now.old() == null ? failure : now.old())
                                : new State<>(new Loadable.Failed<>(failure), null));
    }
}
