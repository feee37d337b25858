package org.portaldesk.console.fake;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.ApiException;
import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.problem.Problem;
import org.portaldesk.contract.problem.Problem.FieldError;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;

/** How the API in memory behaves just now, who is signed in, and what it was asked for. */
public final class Desk {

    /** How it behaves. */
    public enum Mood {
        ANSWERS,
        AWAY,
        NEVER_ANSWERS,
        /** It was asked for so many patients that it wants to know why. */
        ASKS_WHY
    }

    private volatile Mood mood = Mood.ANSWERS;
    private volatile Set<StaffRole> roles = EnumSet.of(StaffRole.HIM_STAFF);
    private final Deque<Problem> refusals = new ArrayDeque<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Set<UUID> restricted = ConcurrentHashMap.newKeySet();

    public void reset() {
        mood = Mood.ANSWERS;
        roles = EnumSet.of(StaffRole.HIM_STAFF);
        asked.clear();
        restricted.clear();
        synchronized (refusals) {
            refusals.clear();
        }
    }

    public void is(Mood mood) {
        this.mood = mood;
    }

    public void signIn(StaffRole... roles) {
        this.roles = Set.of(roles);
    }

    /** The next act is refused like this. */
    public void refuseNext(ProblemCode code, String... fields) {
        var errors =
                Arrays.stream(fields).map(field -> new FieldError(field, "is at fault")).toList();
        synchronized (refusals) {
            refusals.add(problem(code, errors.isEmpty() ? null : errors));
        }
    }

    /** From now on this patient's record stands behind glass. */
    public void restrict(UUID patient) {
        restricted.add(patient);
    }

    /** Its glass is broken. */
    void open(UUID patient) {
        restricted.remove(patient);
    }

    /** What lies under a patient, who may be restricted. */
    <T> Mono<T> read(UUID patient, String question, Supplier<T> answer) {
        return read(
                question,
                () -> {
                    if (restricted.contains(patient)) {
                        throw new ApiException(
                                new ApiFailure.Refused(problem(ProblemCode.RESTRICTED)));
                    }
                    return answer.get();
                });
    }

    /** What was asked for, in order, such as {@code search nienow}. */
    public List<String> asked() {
        return asked;
    }

    Set<StaffRole> roles() {
        return roles;
    }

    <T> Mono<T> read(String question, Supplier<T> answer) {
        return Mono.defer(
                () -> {
                    asked.add(question);
                    return switch (mood) {
                        case ANSWERS -> Mono.fromSupplier(answer);
                        case AWAY ->
                                Mono.error(new ApiException(new ApiFailure.Away("9f86d081884c")));
                        case NEVER_ANSWERS -> Mono.never();
                        case ASKS_WHY ->
                                Mono.error(
                                        new ApiException(
                                                new ApiFailure.Refused(
                                                        problem(
                                                                ProblemCode
                                                                        .READING_REASON_NEEDED))));
                    };
                });
    }

    /** The same for what is asked again and again: 304 for who has seen just that. */
    <T> Mono<ResponseEntity<T>> readUnlessSeen(
            String question, Supplier<T> answer, @Nullable String seen) {
        return read(question, answer)
                .map(
                        now -> {
                            var tag = "\"" + now.hashCode() + "\"";
                            return tag.equals(seen)
                                    ? ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                                            .eTag(tag)
                                            .build()
                                    : ResponseEntity.ok().eTag(tag).body(now);
                        });
    }

    <T> Mono<T> act(String question, Supplier<T> answer) {
        return Mono.defer(
                () -> {
                    Problem refusal;
                    synchronized (refusals) {
                        refusal = refusals.poll();
                    }
                    if (refusal == null) {
                        return read(question, answer);
                    }
                    asked.add(question);
                    return Mono.error(new ApiException(new ApiFailure.Refused(refusal)));
                });
    }

    static Problem problem(ProblemCode code) {
        return problem(code, null);
    }

    private static Problem problem(ProblemCode code, @Nullable List<FieldError> errors) {
        return new Problem(
                URI.create("about:blank"),
                code.title(),
                code.status(),
                null,
                code,
                "4c5d1ab07f21",
                errors,
                null,
                null);
    }
}
