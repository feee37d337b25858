package org.portaldesk.console.gateway;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something a screen shows once the API has answered. */
public sealed interface Loadable<T> {

    /**
     * @param previous what was shown before, to be kept in sight meanwhile
     */
    record Loading<T>(@Nullable T previous) implements Loadable<T> {}

    record Loaded<T>(T value) implements Loadable<T> {}

    record Failed<T>(ApiFailure failure) implements Loadable<T> {}

    /** What can be shown now, be it old. */
    default Optional<T> shown() {
        return switch (this) {
            case Loading<T>(var previous) -> Optional.ofNullable(previous);
            case Loaded<T>(var value) -> Optional.of(value);
            case Failed<T>(_) -> Optional.empty();
        };
    }
}
