package org.portaldesk.console.gateway;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;

/**
 * A question that is asked again and again. What has not changed comes without a body, and is not
 * on record as read: then the last answer stands.
 */
public final class Repeated<T> {

    /** Asks, naming the {@code ETag} of what was seen; none at first. */
    @FunctionalInterface
    public interface Question<T> extends Function<@Nullable String, Mono<ResponseEntity<T>>> {}

    private record Answer<T>(T body, @Nullable String tag) {}

    private volatile @Nullable Answer<T> last;

    public Mono<T> ask(Question<T> question) {
        return Mono.defer(
                () -> {
                    var before = last;
                    return question.apply(before == null ? null : before.tag())
                            .map(now -> body(now, before));
                });
    }

    private T body(ResponseEntity<T> now, @Nullable Answer<T> before) {
        var body = now.getBody();
        if (body != null) {
            last = new Answer<>(body, now.getHeaders().getETag());
            return body;
        }
        if (before == null) {
            throw new IllegalStateException("Unchanged since nothing");
        }
        return before.body();
    }
}
