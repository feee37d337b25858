package org.portaldesk.api.result.store;

import java.util.List;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.database.Database;
import org.portaldesk.api.platform.feed.FeedRows;
import org.portaldesk.api.platform.feed.Receipt;
import org.portaldesk.api.result.model.FeedObservation;
import org.portaldesk.api.result.model.FeedReport;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Results as the feed fills them. */
@Component
public class ResultStore {

    private final Database database;

    ResultStore(Database database) {
        this.database = database;
    }

    public Mono<List<Receipt>> receiveReports(Caller caller, List<FeedReport> reports) {
        return receive(ReportSql.RECEIVE, caller, reports);
    }

    public Mono<List<Receipt>> receiveObservations(
            Caller caller, List<FeedObservation> observations) {
        return receive(ObservationSql.RECEIVE, caller, observations);
    }

    private Mono<List<Receipt>> receive(String sql, Caller caller, List<?> rows) {
        return FeedRows.receipts(database.statement(sql, caller.asJson(), FeedRows.json(rows)));
    }
}
