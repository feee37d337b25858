package org.portaldesk.console.audit;

import java.util.ArrayList;
import java.util.Objects;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.audit.AuditSort;
import org.portaldesk.contract.audit.SavedSearch;

/** What a search looks for, in a line. */
final class SearchWords {

    private SearchWords() {}

    /** Without the name of a patient: a kept search knows only whose record it is by its number. */
    static String of(AuditFilter filter, SavedSearch.Criteria kept) {
        var words = new ArrayList<String>();
        if (filter.patient() != null) {
            words.add(Texts.text("searches.patient"));
        }
        if (filter.actor() != null) {
            words.add(Texts.text("searches.actor", filter.actor()));
        }
        if (filter.act() != null) {
            words.add(Texts.ofWord("act", filter.act()));
        }
        if (filter.outcome() != null) {
            words.add(EventBadge.words(filter.outcome()));
        }
        if (filter.address() != null) {
            words.add(Texts.text("searches.address", filter.address()));
        }
        words.add(days(filter, kept));
        if (filter.order() != AuditSort.TIME) {
            words.add(Texts.text("searches.sort", Texts.of("audit.sort", filter.order())));
        }
        return String.join(" · ", words);
    }

    private static String days(AuditFilter filter, SavedSearch.Criteria kept) {
        var formats = Formats.current();
        if (kept.lastDays() != null) {
            return Texts.text("searches.last", kept.lastDays());
        }
        if (filter.from() == null && filter.to() == null) {
            return Texts.text("searches.ever");
        }
        if (filter.to() == null) {
            return Texts.text("searches.from", formats.date(Objects.requireNonNull(filter.from())));
        }
        return filter.from() == null
                ? Texts.text("searches.to", formats.date(filter.to()))
                : Texts.text(
                        "searches.between", formats.date(filter.from()), formats.date(filter.to()));
    }
}
