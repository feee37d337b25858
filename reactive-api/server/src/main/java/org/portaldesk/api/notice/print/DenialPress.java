package org.portaldesk.api.notice.print;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portaldesk.api.notice.SenderSettings;
import org.portaldesk.api.notice.model.Denial;
import org.portaldesk.api.notice.model.Language;
import org.portaldesk.api.notice.model.PaperLine;
import org.portaldesk.api.notice.model.Template;
import org.portaldesk.api.platform.Facility;
import org.springframework.stereotype.Component;

/**
 * Draws letters of denial: the basis in plain words, how to have it reviewed, how to complain.
 * Blocks: never on an event loop.
 */
@Component
public class DenialPress {

    private static final String VERSION = "denial/v1/";

    private final Facility facility;
    private final SenderSettings settings;

    DenialPress(Facility facility, SenderSettings settings) {
        this.facility = facility;
        this.settings = settings;
    }

    /** What the letter says, and its one page. */
    public record Drawn(List<String> paragraphs, byte[] pdf) {}

    /** Writes and draws one. */
    public Drawn draw(Denial denial) {
        var values = values(denial);
        var words = words(denial.language(), values);
        var paragraphs =
                Stream.of(
                                "what",
                                "basis." + denial.basis(),
                                "until",
                                denial.reviewable() ? "review.right" : "review.ask",
                                "complain.us",
                                "complain.government")
                        .map(key -> Objects.requireNonNull(words.getProperty(key), key))
                        .toList();
        return new Drawn(paragraphs, page(denial, values, words, paragraphs));
    }

    private byte[] page(
            Denial denial, Map<String, String> values, Properties words, List<String> paragraphs) {
        var filled = new HashMap<>(values);
        filled.put("heading", words.getProperty("heading"));
        filled.put("greeting", words.getProperty("greeting"));
        filled.put("text", String.join("\n\n", paragraphs));
        filled.put("language", denial.language().tag());
        var style = Template.resource("letter/v1/sheet.css").fill(Map.of());
        var sheet = Template.resource(VERSION + "sheet.html").fill(filled);
        return Paper.rendered(
                "<html><head><style>%s</style></head><body>%s</body></html>"
                        .formatted(style, sheet));
    }

    private Map<String, String> values(Denial denial) {
        var language = denial.language();
        var address = denial.addressee().block();
        return Map.of(
                "facility", facility.name(),
                "sender", String.join("\n", settings.addressLines()),
                "contact", settings.contact(facility.name()),
                "name", PaperLine.of(denial.addressee().name()),
                "address", String.join("\n", address),
                "fit", LetterPress.fits(address) ? "" : "small",
                "date", language.day(denial.writtenAt(), facility.zone()),
                "title", PaperLine.of(denial.title()),
                "end", language.moment(denial.endsAt(), facility.zone()));
    }

    private static Properties words(Language language, Map<String, String> values) {
        var safe =
                values.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        value ->
                                                value.getValue()
                                                        .replace("\\", "\\\\")
                                                        .replace("\n", " ")));
        var words = new Properties();
        try {
            var text = Template.resource(VERSION + language.tag() + ".properties").fill(safe);
            words.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
