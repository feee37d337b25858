package org.portaldesk.api.patient;

import java.util.List;
import org.portaldesk.api.patient.model.FeedPatient;
import org.portaldesk.api.patient.store.FeedStore;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.feed.Receipt;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The registry of patients. */
@Component
public class Patients {

    private final FeedStore feed;

    Patients(FeedStore feed) {
        this.feed = feed;
    }

    /**
     * Puts patients from the feed into the registry, each with its event on record; no id and no
     * MRN is in the list twice.
     */
    public Mono<List<Receipt>> receive(Caller caller, List<FeedPatient> patients) {
        return feed.receive(caller, patients);
    }
}
