package org.portaldesk.api.result;

import java.util.List;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.feed.Receipt;
import org.portaldesk.api.result.model.FeedObservation;
import org.portaldesk.api.result.model.FeedReport;
import org.portaldesk.api.result.store.ResultStore;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The results of patients. */
@Component
public class Results {

    private final ResultStore store;

    Results(ResultStore store) {
        this.store = store;
    }

    /** Stores reports from the feed, each with its event on record; no id is in the list twice. */
    public Mono<List<Receipt>> receiveReports(Caller caller, List<FeedReport> reports) {
        return store.receiveReports(caller, reports);
    }

    /** Stores observations from the feed, which may come before the report that names them. */
    public Mono<List<Receipt>> receiveObservations(
            Caller caller, List<FeedObservation> observations) {
        return store.receiveObservations(caller, observations);
    }
}
