package org.portaldesk.console.privacy;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.contract.privacy.Disclosure;

/**
 * A disclosure in words: on the screen in the language of whoever sits there, on paper the
 * patient's.
 */
record DisclosureWords(Formats formats) {

    /** The keys of the columns. */
    static final List<String> COLUMNS = List.of("when", "way", "to", "purpose", "by");

    /** One row, a text for each column. */
    List<String> row(Disclosure one) {
        return List.of(
                formats.full(one.at()),
                text("disclosures.way." + one.way().name()),
                one.recipient(),
                text("disclosures.purpose." + one.purpose().name()),
                one.by());
    }

    String column(String key) {
        return text("disclosures." + key);
    }

    String text(String key, Object... values) {
        return I18NProvider.translate(language(), key, values);
    }

    Locale language() {
        return formats.locale();
    }
}
