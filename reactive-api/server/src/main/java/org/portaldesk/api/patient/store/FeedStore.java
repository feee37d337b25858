package org.portaldesk.api.patient.store;

import java.util.List;
import org.portaldesk.api.patient.model.FeedPatient;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.api.platform.feed.FeedRows;
import org.portaldesk.api.platform.feed.Receipt;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The registry as the feed fills it. */
@Component
public class FeedStore {

    private final Database database;

    FeedStore(Database database) {
        this.database = database;
    }

    /** Puts patients into the registry; no id and no MRN is in the list twice. */
    public Mono<List<Receipt>> receive(Caller caller, List<FeedPatient> patients) {
        var rows = FeedRows.json(patients.stream().map(FeedRow::of).toList());
        return FeedRows.receipts(database.statement(FeedSql.RECEIVE, caller.asJson(), rows));
    }
}
