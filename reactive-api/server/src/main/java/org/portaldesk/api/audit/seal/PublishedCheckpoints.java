package org.portaldesk.api.audit.seal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.portaldesk.seal.outside.CheckpointPlace;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The checkpoints outside the database, reached without holding up an event loop. */
@Component
class PublishedCheckpoints implements AutoCloseable {

    private final CheckpointPlace place;

    PublishedCheckpoints(CheckpointSettings settings) {
        place = CheckpointPlace.of(settings.place(), settings.store());
    }

    /** All of them, as they were published. */
    Mono<List<String>> all() {
        return Mono.fromCallable(this::read).subscribeOn(Schedulers.boundedElastic());
    }

    /** Adds some, and completes when they are there to stay. */
    Mono<Void> append(List<SealStore.Note> notes) {
        return Mono.fromCallable(() -> write(notes))
                .subscribeOn(Schedulers.boundedElastic())
                .then();
    }

    private int write(List<SealStore.Note> notes) throws IOException {
        place.append(notes.stream().map(SealStore.Note::text).toList());
        return notes.size();
    }

    private List<String> read() throws IOException {
        var notes = new ArrayList<String>();
        place.read(notes::add);
        return notes;
    }

    @Override
    public void close() {
        place.close();
    }
}
