package org.portaldesk.console.privacy;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.Latest;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.privacy.AccessReport;
import org.portaldesk.contract.privacy.AccessReportApi;
import org.portaldesk.contract.privacy.AccessReportApi.Wish;
import org.portaldesk.contract.privacy.Disclosure;
import org.portaldesk.contract.privacy.DisclosureApi;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.http.HttpEntity;
import reactor.core.publisher.Mono;

/** Access reports and the accounting of disclosures of one patient. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class ReportState {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final AccessReportApi reports;
    private final DisclosureApi disclosureApi;
    private final Calls calls;
    private final Act<AccessReport> report;

    ReportState(AccessReportApi reports, DisclosureApi disclosureApi, Calls calls) {
        this.reports = reports;
        this.disclosureApi = disclosureApi;
        this.calls = calls;
        this.report = new Act<>(calls);
    }

    /**
     * The days that a report covers.
     *
     * @param from the first day; from the beginning without it
     * @param to the last day; up to now without it
     */
    record Period(@Nullable LocalDate from, @Nullable LocalDate to) {

        boolean holdsTime() {
            return from == null || to == null || !from.isAfter(to);
        }

        private Wish wish(@Nullable Boolean staffNames, ZoneId zone) {
            return new Wish(
                    from == null ? null : from.atStartOfDay(zone).toInstant(),
                    to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant(),
                    staffNames);
        }
    }

    /**
     * Makes a report, which is kept.
     *
     * @param staffNames as the hospital has set without it
     * @param zone the facility's: days begin and end there
     */
    void make(UUID patient, Period period, @Nullable Boolean staffNames, ZoneId zone) {
        report.start(reports.create(patient, period.wish(staffNames, zone)));
    }

    /** For the browser, in the request that asks for it; nothing when it does not come. */
    Optional<byte[]> pdf(UUID report) {
        return calls.await(reports.pdf(report).mapNotNull(HttpEntity::getBody), PATIENCE);
    }

    /** A place for one patient's accounting; each has its own, so that nobody sees another's. */
    Latest<List<Disclosure>> accounting() {
        return new Latest<>(calls);
    }

    /** Reads all of the last six years: half an accounting is none. */
    void account(UUID patient, Latest<List<Disclosure>> into) {
        into.load(
                page(patient, null)
                        .expand(
                                page ->
                                        page.next() == null
                                                ? Mono.empty()
                                                : page(patient, page.next()))
                        .collect(
                                ArrayList<Disclosure>::new, (all, page) -> all.addAll(page.items()))
                        .map(List::copyOf));
    }

    private Mono<Page<Disclosure>> page(UUID patient, @Nullable String cursor) {
        return disclosureApi.list(patient, null, null, cursor, Page.MAX_LIMIT);
    }

    Act<AccessReport> report() {
        return report;
    }
}
