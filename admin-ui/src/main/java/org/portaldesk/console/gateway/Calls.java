package org.portaldesk.console.gateway;

import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * Starts calls to the API for the person whose session this is. Answers come on threads of their
 * own, so the session is never locked while the API thinks.
 */
@SpringComponent
@VaadinSessionScope
public class Calls {

    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

    private final Bearer bearer;

    public Calls(Bearer bearer) {
        this.bearer = bearer;
    }

    /** Starts the call; exactly one of the two hears of its end, unless it is disposed before. */
    public <T> Disposable start(
            Mono<T> call, Consumer<? super T> done, Consumer<ApiFailure> failed) {
        return call.contextWrite(context -> context.put(Bearer.class, bearer))
                .subscribe(done, error -> failed.accept(failureOf(error)));
    }

    /**
     * Waits for the answer, for requests of the browser that are answered with it, such as
     * pictures. Never while the session is held.
     *
     * @return nothing when there is none, or none in time
     */
    public <T> Optional<T> await(Mono<T> call, Duration patience) {
        try {
            return call.contextWrite(context -> context.put(Bearer.class, bearer))
                    .blockOptional(patience);
        } catch (ApiException | IllegalStateException unanswered) {
            return Optional.empty();
        }
    }

    private static ApiFailure failureOf(Throwable error) {
        if (!(error instanceof ApiException)) {
            LOG.error("A call ended in a way that the gateway does not know", error);
        }
        return ApiFailure.of(error);
    }
}
