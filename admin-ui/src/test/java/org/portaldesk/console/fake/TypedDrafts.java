package org.portaldesk.console.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.portaldesk.console.gateway.ApiException;
import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.draft.Draft;
import org.portaldesk.contract.draft.DraftApi;
import org.portaldesk.contract.draft.DraftPlace;
import org.portaldesk.contract.problem.ProblemCode;
import reactor.core.publisher.Mono;

/** Drafts in memory, of the one person who sits at the screen. */
public final class TypedDrafts implements DraftApi {

    private final Map<String, Draft> kept = new ConcurrentHashMap<>();

    public void reset() {
        kept.clear();
    }

    public Map<String, Draft> kept() {
        return Map.copyOf(kept);
    }

    /** Something that was typed ten minutes before. */
    public void leave(String place, String text) {
        var at = Instant.now().minus(Duration.ofMinutes(10));
        kept.put(place, new Draft(place, text, at, at.plus(Duration.ofDays(1))));
    }

    @Override
    public Mono<Void> keep(String place, Keep keep) {
        return Mono.fromRunnable(
                () -> {
                    var now = Instant.now();
                    kept.put(
                            place,
                            new Draft(place, keep.text(), now, now.plus(Duration.ofDays(1))));
                });
    }

    @Override
    public Mono<Page<DraftPlace>> list() {
        return Mono.fromSupplier(
                () ->
                        new Page<>(
                                kept.values().stream()
                                        .sorted(Comparator.comparing(Draft::keptAt).reversed())
                                        .map(
                                                one ->
                                                        new DraftPlace(
                                                                one.place(),
                                                                one.keptAt(),
                                                                one.endsAt()))
                                        .toList(),
                                null));
    }

    @Override
    public Mono<Draft> find(String place) {
        return Mono.justOrEmpty(kept.get(place)).switchIfEmpty(Mono.error(TypedDrafts::none));
    }

    @Override
    public Mono<Void> remove(String place) {
        return Mono.defer(() -> kept.remove(place) == null ? Mono.error(none()) : Mono.empty());
    }

    private static ApiException none() {
        return new ApiException(new ApiFailure.Refused(Desk.problem(ProblemCode.NOT_FOUND)));
    }
}
