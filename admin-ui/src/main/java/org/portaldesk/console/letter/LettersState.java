package org.portaldesk.console.letter;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.console.gateway.Latest;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.activation.Reason;
import org.portaldesk.contract.letter.Letter;
import org.portaldesk.contract.letter.LetterApi;
import org.portaldesk.contract.letter.LetterBatch;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One pile of letters, and what the desk does with it. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class LettersState {

    private final LetterApi api;
    private final CursorList<Letter> letters;
    private final Latest<LetterBatch> batch;
    private final Act<LetterBatch> print;
    private final Act<Many> many;
    private String printKey = "";

    LettersState(LetterApi api, Calls calls) {
        this.api = api;
        this.letters = new CursorList<>(calls);
        this.batch = new Latest<>(calls);
        this.print = new Act<>(calls);
        this.many = new Act<>(calls);
    }

    /** Turns to a pile. A whole batch fits on its first page, so that it can be counted. */
    void open(Pile pile) {
        letters.open(cursor -> api.list(pile.state(), cursor, Page.MAX_LIMIT));
    }

    /** Begins a new print: tries of one print yield one batch, also when an answer got lost. */
    void beginPrint() {
        printKey = UUID.randomUUID().toString();
        print.reset();
    }

    /** Prints the oldest queued letters, up to 200. */
    void startPrint() {
        print.start(api.print(new LetterApi.Print(null), printKey).doOnNext(_ -> letters.reload()));
    }

    /** Reads what a batch held. */
    void openBatch(UUID id) {
        batch.load(api.batch(id));
    }

    void mailed(Collection<Letter> which) {
        each(which, letter -> api.mailed(letter.id(), version(letter)), Recipient::of);
    }

    void returned(Letter letter, String reason) {
        each(
                List.of(letter),
                one -> api.returned(one.id(), new Reason(reason), version(one)),
                Recipient::of);
    }

    void reprint(Letter letter, String reason) {
        each(
                List.of(letter),
                one -> api.reprint(one.id(), new Reason(reason), version(one)),
                Recipient::of);
    }

    /** Queues the sheets again that are not in the pile, or spoilt. */
    void reprint(Collection<LetterBatch.Sheet> sheets, String reason) {
        each(
                sheets,
                sheet -> api.reprint(sheet.letterId(), new Reason(reason), null),
                Recipient::of);
    }

    CursorList<Letter> letters() {
        return letters;
    }

    Latest<LetterBatch> batch() {
        return batch;
    }

    Act<LetterBatch> print() {
        return print;
    }

    /** Acts on one letter or several. */
    Act<Many> many() {
        return many;
    }

    private static String version(Letter letter) {
        return "\"" + letter.version() + "\"";
    }

    /** One after the other: the desk sees them in order, and the API is not stormed. */
    private <T> void each(
            Collection<T> things, Function<T, Mono<Letter>> act, Function<T, String> name) {
        many.start(
                Flux.fromIterable(List.copyOf(things))
                        .concatMap(
                                thing ->
                                        act.apply(thing)
                                                .map(_ -> new Many(1, List.of()))
                                                .onErrorResume(
                                                        error ->
                                                                Mono.just(
                                                                        failed(
                                                                                name.apply(thing),
                                                                                error))))
                        .reduce(new Many(0, List.of()), LettersState::both)
                        .doOnNext(_ -> letters.reload()));
    }

    private static Many failed(@Nullable String name, Throwable error) {
        return new Many(
                0, List.of(new Many.Failed(name == null ? "" : name, ApiFailure.of(error))));
    }

    private static Many both(Many one, Many other) {
        var failed = new ArrayList<>(one.failed());
        failed.addAll(other.failed());
        return new Many(one.done() + other.done(), failed);
    }
}
