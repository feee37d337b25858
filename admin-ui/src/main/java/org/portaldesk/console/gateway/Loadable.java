package org.portaldesk.console.gateway;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Something a screen shows once the API has answered. */
public sealed interface Loadable<T> {

    /**
     * @param previous what was shown before, to be kept in sight meanwhile
     */
    record Loading<T>(@Nullable T previous) implements Loadable<T> {}

    record Loaded<T>(T value) implements Loadable<T> {}

    record Failed<T>(ApiFailure failure) implements Loadable<T> {}

    /** The same of something that is made of it. */
    default <R> Loadable<R> map(Function<? super T, ? extends R> how) {
        return switch (this) {
            case Loading<T>(var previous) ->
                    new Loading<>(previous == null ? null : how.apply(previous));
            case Loaded<T>(var value) -> new Loaded<>(how.apply(value));
            case Failed<T>(var failure) -> new Failed<>(failure);
        };
    }

    /** What can be shown now, be it old. */
    default Optional<T> shown() {
        return switch (this) {
            case Loading<T>(var previous) -> Optional.ofNullable(previous);
            case Loaded<T>(var value) -> Optional.of(value);
            case Failed<T>(_) -> Optional.empty();
        };
    }
}
