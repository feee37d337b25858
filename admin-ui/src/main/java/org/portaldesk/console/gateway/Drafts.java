package org.portaldesk.console.gateway;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.draft.Draft;
import org.portaldesk.contract.draft.DraftApi;
import org.portaldesk.contract.draft.DraftPlace;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * What this person types and has not sent: kept by the API while they type, so that the end of a
 * session costs nobody their words. A draft that cannot be kept or found is no failure of what they
 * are at.
 */
@SpringComponent
@VaadinSessionScope
public class Drafts {

    /** Hands that rest for so long have typed something. */
    private static final Duration REST = Duration.ofSeconds(1);

    private final DraftApi api;
    private final Calls calls;
    private final Mono<List<DraftPlace>> before;
    private final Set<String> places = ConcurrentHashMap.newKeySet();
    private final Map<String, Disposable> keeping = new ConcurrentHashMap<>();
    private final AtomicBoolean offered = new AtomicBoolean();

    Drafts(DraftApi api, Calls calls) {
        this.api = api;
        this.calls = calls;
        this.before =
                api.list()
                        .map(Page::items)
                        .onErrorReturn(List.of())
                        .doOnNext(all -> all.forEach(one -> places.add(one.place())))
                        .cache();
    }

    /** Those of a session; none when nobody has signed in. */
    public static Optional<Drafts> of(@Nullable VaadinSession session) {
        return Optional.ofNullable(session).map(one -> one.getAttribute(Drafts.class));
    }

    /** Tells once in a session what was left from before it, if anything was. */
    public void offer(Consumer<List<DraftPlace>> shown) {
        if (offered.compareAndSet(false, true)) {
            start(before.filter(all -> !all.isEmpty()), shown);
        }
    }

    /** Looks for what was typed in that place. */
    public void find(String place, Consumer<Draft> found) {
        start(
                before.filter(_ -> places.contains(place) && !keeping.containsKey(place))
                        .flatMap(_ -> api.find(place)),
                found);
    }

    /** Somebody typed there. */
    public void typed(String place, String text) {
        if (text.isBlank()) {
            drop(place);
            return;
        }
        places.add(place);
        replace(place, Mono.delay(REST).then(api.keep(place, new DraftApi.Keep(text))));
    }

    /** It was sent, or is not wanted any more. */
    public void drop(String place) {
        if (places.remove(place)) {
            replace(place, api.remove(place));
        }
    }

    private void replace(String place, Mono<Void> call) {
        var next = Disposables.swap();
        var earlier = keeping.put(place, next);
        if (earlier != null) {
            earlier.dispose();
        }
        next.update(start(call.doFinally(_ -> keeping.remove(place, next)), _ -> {}));
    }

    private <T> Disposable start(Mono<T> call, Consumer<? super T> done) {
        return calls.start(call, done, _ -> {});
    }
}
