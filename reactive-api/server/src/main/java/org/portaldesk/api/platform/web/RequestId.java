package org.portaldesk.api.platform.web;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Headers;
import org.springframework.web.server.ServerWebExchange;

/**
 * Names a request. The caller's own name for it is kept where it is one that can stand in a log.
 */
public final class RequestId {

    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    private RequestId() {}

    /** The name of this request, the same each time it is asked for. */
    public static String of(ServerWebExchange exchange) {
        return (String)
                exchange.getAttributes()
                        .computeIfAbsent(
                                RequestId.class.getName(),
                                _ ->
                                        accepted(
                                                exchange.getRequest()
                                                        .getHeaders()
                                                        .getFirst(Headers.REQUEST_ID)));
    }

    /** A new name for work that no request asked for. */
    public static String fresh() {
        // It must be unique, not secret; the secure generator may block.
        var random = ThreadLocalRandom.current();
        return "%016x%08x".formatted(random.nextLong(), random.nextInt());
    }

    private static String accepted(@Nullable String offered) {
        return offered != null && ACCEPTED.matcher(offered).matches() ? offered : fresh();
    }
}
