package org.portaldesk.api.intake;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Where FHIR is parsed. Streams wait for their clients, so they have threads of their own: a slow
 * one holds up no single resource.
 */
@Component
class IntakeThreads implements DisposableBean {

    private static final int STREAMS = 4;
    private static final int DOCUMENTS = 2;
    private static final int WAITING = 1000;

    private final Scheduler streams =
            Schedulers.newBoundedElastic(STREAMS, WAITING, "fhir-stream", 60, true);
    private final Scheduler documents =
            Schedulers.newBoundedElastic(DOCUMENTS, WAITING, "fhir-document", 60, true);

    private final Scheduler handover =
            Schedulers.newBoundedElastic(1, WAITING, "fhir-handover", 60, true);

    Scheduler streams() {
        return streams;
    }

    Scheduler documents() {
        return documents;
    }

    /**
     * Brings network buffers from the event loop to the threads that wait for them: the queue in
     * between takes a lock, if only for a moment, and an event loop must not wait for it.
     */
    Scheduler handover() {
        return handover;
    }

    @Override
    public void destroy() {
        streams.dispose();
        documents.dispose();
        handover.dispose();
    }
}
