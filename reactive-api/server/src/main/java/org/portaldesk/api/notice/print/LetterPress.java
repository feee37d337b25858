package org.portaldesk.api.notice.print;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.portaldesk.api.notice.SenderSettings;
import org.portaldesk.api.notice.model.AnswerSheet;
import org.portaldesk.api.notice.model.AnswerText;
import org.portaldesk.api.notice.model.Language;
import org.portaldesk.api.notice.model.LetterPaper;
import org.portaldesk.api.notice.model.LetterSheet;
import org.portaldesk.api.notice.model.PaperLine;
import org.portaldesk.api.notice.model.Template;
import org.portaldesk.api.platform.Facility;
import org.springframework.stereotype.Component;

/**
 * Draws a batch of letters as one document, a letter a page, each with its number and their count
 * in the corner.
 *
 * @see "docs/decisions/0041-letters.md"
 */
@Component
public class LetterPress {

    private static final String VERSION = "letter/v1/";
    private static final int WINDOW_LINES = 6;
    private static final int WINDOW_COLUMNS = 34;

    private final Map<Language, Template> templates = templates("");
    private final Map<Language, Template> answers = templates("answer.");
    private final String style = Template.resource(VERSION + "sheet.css").fill(Map.of());
    private final Facility facility;
    private final SenderSettings settings;

    LetterPress(Facility facility, SenderSettings settings) {
        this.facility = facility;
        this.settings = settings;
    }

    /**
     * The document, in the order of the sheets. CPU work, some milliseconds a sheet.
     *
     * @param batch its last characters stand in each corner
     */
    public byte[] draw(UUID batch, Instant printedAt, List<? extends LetterPaper> sheets) {
        var html = new StringBuilder("<html><head><style>").append(style);
        html.append("</style></head><body>");
        for (var sheet = 0; sheet < sheets.size(); sheet++) {
            var values = new HashMap<>(ofBatch(batch, sheets.size()));
            values.put("sheet", String.valueOf(sheet + 1));
            values.put("break", sheet == 0 ? "" : "next");
            values.putAll(ofLetter(sheets.get(sheet), printedAt));
            html.append(template(sheets.get(sheet)).fill(values));
        }
        return Paper.rendered(html.append("</body></html>").toString());
    }

    private static Map<Language, Template> templates(String kind) {
        return Stream.of(Language.values())
                .collect(
                        toUnmodifiableMap(
                                language -> language,
                                language ->
                                        Template.resource(
                                                VERSION + kind + language.tag() + ".html")));
    }

    private Template template(LetterPaper sheet) {
        var kind = sheet instanceof AnswerSheet ? answers : templates;
        return Objects.requireNonNull(kind.get(sheet.language()));
    }

    private Map<String, String> ofBatch(UUID batch, int sheets) {
        return Map.of(
                "facility", facility.name(),
                "sender", String.join("\n", settings.addressLines()),
                "contact", settings.contact(facility.name()),
                "sheets", String.valueOf(sheets),
                "batch", batchMark(batch),
                "page", page());
    }

    private Map<String, String> ofLetter(LetterPaper sheet, Instant printedAt) {
        var address = sheet.addressee().block();
        var values =
                new HashMap<>(
                        Map.of(
                                "name", PaperLine.of(sheet.addressee().name()),
                                "address", String.join("\n", address),
                                "fit", fits(address) ? "" : "small",
                                "date", sheet.language().day(printedAt, facility.zone())));
        values.putAll(
                switch (sheet) {
                    case LetterSheet code -> ofCode(code);
                    case AnswerSheet answer ->
                            Map.of(
                                    "text",
                                    AnswerText.of(
                                            answer,
                                            facility.name(),
                                            facility.portalUrl().toString()));
                });
        return values;
    }

    private Map<String, String> ofCode(LetterSheet sheet) {
        var qr = QrCode.of(page() + "#code=" + sheet.code());
        return Map.of(
                "code", sheet.code(),
                "expiry", sheet.language().moment(sheet.expiresAt(), facility.zone()),
                "qr", qr.path(),
                "qr-size", String.valueOf(qr.size()));
    }

    /** Whether the address shows whole in the window at its usual size. */
    static boolean fits(List<String> address) {
        return address.size() <= WINDOW_LINES
                && address.stream().allMatch(line -> line.length() <= WINDOW_COLUMNS);
    }

    private String page() {
        return facility.portalUrl() + "/portal/activate";
    }

    /** Enough of the id to tell two piles on a table apart. */
    private static String batchMark(UUID batch) {
        var id = batch.toString();
        return id.substring(id.length() - 6).toUpperCase(Locale.ROOT);
    }
}
