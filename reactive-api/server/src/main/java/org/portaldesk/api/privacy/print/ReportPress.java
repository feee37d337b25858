package org.portaldesk.api.privacy.print;

import java.util.HashMap;
import java.util.Map;
import org.portaldesk.api.notice.SenderSettings;
import org.portaldesk.api.notice.model.Language;
import org.portaldesk.api.notice.model.PaperLine;
import org.portaldesk.api.notice.model.Template;
import org.portaldesk.api.notice.print.Paper;
import org.portaldesk.api.platform.Facility;
import org.portaldesk.api.privacy.model.ReportEntry;
import org.portaldesk.api.privacy.model.ReportSnapshot;
import org.portaldesk.api.privacy.model.ReportWords;
import org.springframework.stereotype.Component;

/** Draws access reports. Nothing is fetched from anywhere while it draws. */
@Component
public class ReportPress {

    private static final String END = "</table></body></html>";

    private final Template head = Template.resource("report/v1/head.html");
    private final Template row = Template.resource("report/v1/row.html");
    private final Facility facility;
    private final SenderSettings sender;

    ReportPress(Facility facility, SenderSettings sender) {
        this.facility = facility;
        this.sender = sender;
        // Read from files when the API starts, so that no event loop ever waits for them.
        for (var language : Language.values()) {
            ReportWords.in(language);
        }
    }

    /** The document. CPU work, about a millisecond an entry. */
    public byte[] draw(ReportSnapshot report) {
        var words = ReportWords.in(report.language());
        var html = new StringBuilder(head.fill(values(report, words)));
        for (var entry : report.entries()) {
            html.append(row.fill(values(entry, report.language(), words)));
        }
        return Paper.rendered(html.append(END).toString());
    }

    private Map<String, String> values(ReportSnapshot report, ReportWords words) {
        var values = new HashMap<String, String>();
        for (var word :
                new String[] {
                    "title",
                    "about",
                    "asked",
                    "period",
                    "generated",
                    "when",
                    "who",
                    "what",
                    "result"
                }) {
            values.put("label-" + word, words.word(word));
        }
        values.put("language", report.language().tag());
        values.put("facility", facility.name());
        values.put("contact", sender.contact(facility.name()));
        values.put("name", PaperLine.of(report.patient()));
        values.put("mrn", report.mrn());
        values.put("span", span(report, words));
        values.put("moment", report.language().moment(report.generatedAt(), facility.zone()));
        values.put("nothing", report.entries().isEmpty() ? words.word("nothing") : "");
        return values;
    }

    private String span(ReportSnapshot report, ReportWords words) {
        var language = report.language();
        var from =
                report.from() == null
                        ? words.word("beginning")
                        : language.moment(report.from(), facility.zone());
        return from + " – " + language.moment(report.to(), facility.zone());
    }

    private Map<String, String> values(ReportEntry entry, Language language, ReportWords words) {
        return Map.of(
                "at", language.moment(entry.at(), facility.zone()),
                "who", PaperLine.of(words.who(entry)),
                "what", words.what(entry.act()),
                "outcome", words.outcome(entry.outcome()));
    }
}
