package org.portaldesk.console.cases;

import java.util.UUID;
import java.util.function.Function;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.CursorList;
import reactor.core.publisher.Mono;

/** The cases of one kind that are shown, and the closing of one of them. */
final class Pile<T> {

    private final CursorList<T> list;
    private final Act<T> closing;
    private final Function<T, UUID> id;

    Pile(Calls calls, Function<T, UUID> id) {
        this.list = new CursorList<>(calls);
        this.closing = new Act<>(calls);
        this.id = id;
    }

    /** The closed one stays in sight. A conflict shows who was faster. */
    void close(Mono<T> call) {
        closing.start(
                call.doOnNext(after -> list.replace(row -> isSame(row, after), after))
                        .doOnError(_ -> list.reload()));
    }

    private boolean isSame(T one, T other) {
        return id.apply(one).equals(id.apply(other));
    }

    CursorList<T> list() {
        return list;
    }

    Act<T> closing() {
        return closing;
    }
}
