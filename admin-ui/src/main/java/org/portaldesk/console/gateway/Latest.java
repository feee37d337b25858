package org.portaldesk.console.gateway;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import java.util.Optional;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/** What the newest call answered. A late answer of an older call is never shown. */
public final class Latest<T> {

    private final Calls calls;
    private final ValueSignal<Loadable<T>> state = new ValueSignal<>(new Loadable.Loading<>(null));
    private final Signal<Loadable<T>> readable = state.asReadonly();
    private Disposable running = Disposables.disposed();
    private int generation;

    public Latest(Calls calls) {
        this.calls = calls;
    }

    /** Asks anew; an older call that still runs is dropped. */
    public synchronized void load(Mono<T> call) {
        running.dispose();
        int mine = ++generation;
        state.set(new Loadable.Loading<>(state.peek().shown().orElse(null)));
        running =
                calls.start(
                        call,
                        value -> settle(mine, new Loadable.Loaded<>(value)),
                        failure -> settle(mine, new Loadable.Failed<>(failure)));
    }

    /** Shows a value that is known without asking, such as the thing after an act. */
    public synchronized void show(T value) {
        running.dispose();
        settle(++generation, new Loadable.Loaded<>(value));
    }

    public Signal<Loadable<T>> signal() {
        return readable;
    }

    /** For listeners: the value of this moment. */
    public Optional<T> value() {
        return state.peek().shown();
    }

    private synchronized void settle(int generation, Loadable<T> end) {
        if (generation == this.generation) {
            state.set(end);
        }
    }
}
