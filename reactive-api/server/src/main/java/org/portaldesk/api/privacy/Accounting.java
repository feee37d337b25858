package org.portaldesk.api.privacy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.paging.Cursor;
import org.portaldesk.api.privacy.model.ReportPeriod;
import org.portaldesk.api.privacy.store.AccountingRows;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.privacy.Disclosure;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The accounting of what left the house about a patient. */
@Component
public class Accounting {

    private final AccountingRows rows;

    Accounting(AccountingRows rows) {
        this.rows = rows;
    }

    /** Disclosures, the newest first. */
    public Mono<Page<Disclosure>> list(
            Caller caller,
            UUID patient,
            ReportPeriod period,
            @Nullable String cursor,
            @Nullable Integer limit) {
        var last = Cursor.parse(cursor, 1);
        var before = last == null ? null : last.uuid(0);
        return rows.read(caller, patient, period, before, Cursor.rowsFor(limit))
                .map(found -> Cursor.page(found, limit, one -> Cursor.of(one.id())));
    }
}
