package org.portaldesk.console.ledger;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.console.gateway.Latest;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.result.HoldLedger;
import org.portaldesk.contract.result.HoldLedger.TooBroad;
import org.portaldesk.contract.result.HoldLedgerApi;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The holds of a time, and who places more of them than the house's limit. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class LedgerState {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HoldLedgerApi api;
    private final Calls calls;
    private final CursorList<HoldLedger.Entry> entries;
    private final Latest<List<TooBroad>> tooBroad;
    private volatile Time time = new Time(null, null);

    LedgerState(HoldLedgerApi api, Calls calls) {
        this.api = api;
        this.calls = calls;
        this.entries = new CursorList<>(calls);
        this.tooBroad = new Latest<>(calls);
    }

    /**
     * Which holds.
     *
     * @param from placed then or later
     * @param to placed before
     */
    record Time(@Nullable Instant from, @Nullable Instant to) {}

    void open(Time wanted) {
        time = wanted;
        entries.open(cursor -> api.ledger(wanted.from(), wanted.to(), cursor, null));
        lookForTooBroad();
    }

    void lookForTooBroad() {
        tooBroad.load(api.tooBroad().map(Page::items));
    }

    /** The same holds for a spreadsheet, in the browser's own request; nothing when none comes. */
    Optional<byte[]> awaitFile() {
        return calls.await(api.export(time.from(), time.to()), PATIENCE)
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    CursorList<HoldLedger.Entry> entries() {
        return entries;
    }

    Latest<List<TooBroad>> tooBroad() {
        return tooBroad;
    }
}
