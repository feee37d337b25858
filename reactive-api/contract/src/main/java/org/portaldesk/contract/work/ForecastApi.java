package org.portaldesk.contract.work;

import java.time.Instant;
import java.util.List;
import org.springframework.web.service.annotation.GetExchange;
import reactor.core.publisher.Mono;

/** What will be late. */
public interface ForecastApi {

    /**
     * @param tonight the next close of the desk
     * @param breachTonight open items that are not late yet and will be by then
     */
    record Backlog(
            String queue,
            Instant tonight,
            int open,
            int criticallyOverdue,
            int overdue,
            int dueSoon,
            int notDueYet,
            int paused,
            int breachTonight) {}

    /** How every queue stands at this moment. */
    record Forecast(Instant at, List<Backlog> queues) {}

    /** How the queues stand, and what will breach its promise tonight. */
    @GetExchange("/api/work/forecast")
    Mono<Forecast> forecast();
}
