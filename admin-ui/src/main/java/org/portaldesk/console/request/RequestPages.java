package org.portaldesk.console.request;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.console.gateway.Repeated;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.request.CodeRequestApi;
import org.portaldesk.contract.request.CodeRequestItem;
import org.portaldesk.contract.request.CodeRequestState;
import org.springframework.http.HttpEntity;
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
    private final Map<CodeRequestState, Repeated<Page<CodeRequestItem>>> first =
            new EnumMap<>(CodeRequestState.class);

    RequestPages(CodeRequestApi api, Set<CodeRequestState> states) {
        this.api = api;
        states.forEach(state -> first.put(state, new Repeated<>()));
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
        return page(state, cursor).map(page -> new Part(state, page));
    }

    private Mono<Page<CodeRequestItem>> page(CodeRequestState state, String cursor) {
        var repeated = first.get(state);
        return cursor.isEmpty() && repeated != null
                ? repeated.ask(seen -> api.list(state, null, Page.MAX_LIMIT, seen))
                : api.list(state, cursor, Page.MAX_LIMIT, null).mapNotNull(HttpEntity::getBody);
    }

    /** The states that have more, each with its own cursor; an empty one for the beginning. */
    private Map<CodeRequestState, String> wanted(@Nullable String cursor) {
        var wanted = new EnumMap<CodeRequestState, String>(CodeRequestState.class);
        if (cursor == null) {
            first.keySet().forEach(state -> wanted.put(state, ""));
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
