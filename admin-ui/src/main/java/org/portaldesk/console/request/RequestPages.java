package org.portaldesk.console.request;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.request.CodeRequestApi;
import org.portaldesk.contract.request.CodeRequestItem;
import org.portaldesk.contract.request.CodeRequestState;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Pages of requests in any of several states. The API lists one state at a time; here their pages
 * run side by side, and a page of this list holds one of each that has more.
 */
final class RequestPages implements CursorList.Source<CodeRequestItem> {

    private static final Comparator<CodeRequestItem> SOONEST_DUE =
            Comparator.comparing(
                    CodeRequestItem::dueAt, Comparator.nullsLast(Comparator.naturalOrder()));

    private final CodeRequestApi api;
    private final Set<CodeRequestState> states;

    RequestPages(CodeRequestApi api, Set<CodeRequestState> states) {
        this.api = api;
        this.states = states;
    }

    private record Part(CodeRequestState state, Page<CodeRequestItem> page) {}

    @Override
    public Mono<Page<CodeRequestItem>> apply(@Nullable String cursor) {
        return Flux.fromIterable(wanted(cursor).entrySet())
                .flatMap(one -> part(one.getKey(), one.getValue()))
                .collectList()
                .map(RequestPages::together);
    }

    private Mono<Part> part(CodeRequestState state, String cursor) {
        return api.list(state, cursor.isEmpty() ? null : cursor, null)
                .map(page -> new Part(state, page));
    }

    /** The states that have more, each with its own cursor; an empty one for the beginning. */
    private Map<CodeRequestState, String> wanted(@Nullable String cursor) {
        var wanted = new EnumMap<CodeRequestState, String>(CodeRequestState.class);
        if (cursor == null) {
            states.forEach(state -> wanted.put(state, ""));
            return wanted;
        }
        for (var part : cursor.split(" ", -1)) {
            int at = part.indexOf(':');
            wanted.put(CodeRequestState.valueOf(part.substring(0, at)), part.substring(at + 1));
        }
        return wanted;
    }

    private static Page<CodeRequestItem> together(List<Part> parts) {
        var items = new ArrayList<CodeRequestItem>();
        var next = new ArrayList<String>();
        for (var part : parts) {
            items.addAll(part.page().items());
            if (part.page().next() != null) {
                next.add(part.state() + ":" + part.page().next());
            }
        }
        items.sort(SOONEST_DUE);
        return new Page<>(items, next.isEmpty() ? null : String.join(" ", next));
    }
}
