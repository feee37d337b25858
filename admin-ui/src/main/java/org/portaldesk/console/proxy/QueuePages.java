package org.portaldesk.console.proxy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.console.gateway.Repeated;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.proxy.ProxyRequestApi;
import org.portaldesk.contract.proxy.ProxyRequestItem;
import org.springframework.http.HttpEntity;
import reactor.core.publisher.Mono;

/**
 * The pages of a part of the queue. On the first, which is as large as it may be, the person's own
 * stand whole, however late they are due.
 */
final class QueuePages implements CursorList.Source<ProxyRequestItem> {

    private final ProxyRequestApi api;
    private final Shown part;
    private final Repeated<Page<ProxyRequestItem>> mine = new Repeated<>();
    private final Repeated<Page<ProxyRequestItem>> all = new Repeated<>();

    QueuePages(ProxyRequestApi api, Shown part) {
        this.api = api;
        this.part = part;
    }

    @Override
    public Mono<Page<ProxyRequestItem>> apply(@Nullable String cursor) {
        if (cursor != null) {
            return api.list(part.state(), null, null, cursor, Page.MAX_LIMIT, null)
                    .mapNotNull(HttpEntity::getBody);
        }
        var first = all.ask(seen -> api.list(part.state(), null, null, null, Page.MAX_LIMIT, seen));
        return part != Shown.OPEN
                ? first
                : Mono.zip(
                                mine.ask(
                                        seen ->
                                                api.list(
                                                        null,
                                                        null,
                                                        true,
                                                        null,
                                                        Page.MAX_LIMIT,
                                                        seen)),
                                first)
                        .map(both -> together(both.getT1().items(), both.getT2()));
    }

    private static Page<ProxyRequestItem> together(
            List<ProxyRequestItem> mine, Page<ProxyRequestItem> all) {
        var items = new LinkedHashMap<UUID, ProxyRequestItem>();
        Stream.concat(mine.stream(), all.items().stream()).forEach(one -> items.put(one.id(), one));
        return new Page<>(List.copyOf(items.values()), all.next());
    }
}
