package org.portaldesk.api.privacy;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.policy.Policy;
import org.portaldesk.api.policy.Setting;
import org.portaldesk.api.privacy.model.ReportPeriod;
import org.portaldesk.api.privacy.model.ReportSnapshot;
import org.portaldesk.api.privacy.model.StaffShown;
import org.portaldesk.api.privacy.print.ReportPress;
import org.portaldesk.api.privacy.store.AccessReportRows;
import org.portaldesk.contract.privacy.AccessReportApi;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Answers a patient's question who saw their record.
 *
 * @see "docs/decisions/0091-access-reports-are-kept-as-data.md"
 */
@Component
public class AccessReports implements DisposableBean {

    /** About a hundred and fifty pages; who asks for more gets several reports. */
    static final int MOST_EVENTS = 5000;

    private static final Setting<StaffShown> STAFF =
            Setting.choice("access-report.staff", StaffShown.ROLE);
    private static final int WAITING = 20;

    private final AccessReportRows rows;
    private final ReportPress press;
    private final Policy policy;
    private final Scheduler drawing = Schedulers.newBoundedElastic(1, WAITING, "reports", 60, true);

    AccessReports(AccessReportRows rows, ReportPress press, Policy policy) {
        this.rows = rows;
        this.press = press;
        this.policy = policy;
    }

    /**
     * Makes a report and keeps it.
     *
     * @return nothing for an unknown patient, an empty one when there are too many events
     */
    public Mono<Optional<ReportSnapshot>> create(
            Caller caller, UUID patient, AccessReportApi.Wish wish) {
        var period = new ReportPeriod(wish.from(), wish.to());
        return policy.inForce()
                .map(settings -> settings.get(STAFF) == StaffShown.NAME)
                .map(named -> Objects.requireNonNullElse(wish.staffNames(), named))
                .flatMap(named -> rows.create(caller, patient, period, named, MOST_EVENTS));
    }

    /** A kept report as PDF; nothing when there is none. */
    public Mono<byte[]> pdf(Caller caller, UUID id) {
        return rows.read(caller, id).flatMap(this::drawn);
    }

    /** A report as PDF. */
    public Mono<byte[]> drawn(ReportSnapshot report) {
        return Mono.just(report).publishOn(drawing).map(press::draw);
    }

    @Override
    public void destroy() {
        drawing.dispose();
    }
}
