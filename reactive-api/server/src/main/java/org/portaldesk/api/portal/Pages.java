package org.portaldesk.api.portal;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portaldesk.api.platform.Facility;
import org.portaldesk.api.platform.security.KeycloakSettings;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Every page in every language, put together once at the start: nothing of a request ever goes into
 * a page.
 */
@Component
class Pages {

    private static final List<String> LANGUAGES = List.of("en", "es");
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-zA-Z0-9.]+)}}");

    private final Map<String, Map<Page, String>> pages = new HashMap<>();

    Pages(Facility facility, KeycloakSettings keycloak) {
        var frame = text("frame.html");
        for (var language : LANGUAGES) {
            var texts = texts(language);
            texts.put("language", language);
            texts.put("facility", facility.name());
            texts.put("issuer", keycloak.issuer("patients"));
            var inLanguage = new EnumMap<Page, String>(Page.class);
            for (var page : Page.values()) {
                inLanguage.put(page, page(page, frame, texts));
            }
            pages.put(language, inLanguage);
        }
    }

    /**
     * The language to answer in.
     *
     * @param asked by {@code ?lang=}, which counts more than the browser's settings
     */
    static String language(String asked, List<Locale.LanguageRange> accepted) {
        if (LANGUAGES.contains(asked)) {
            return asked;
        }
        var found = Locale.lookupTag(accepted, LANGUAGES);
        return found == null ? "en" : found;
    }

    String html(Page page, String language) {
        var inLanguage = pages.get(language);
        var html = inLanguage == null ? null : inLanguage.get(page);
        if (html == null) {
            throw new IllegalArgumentException("no such page: " + page + " in " + language);
        }
        return html;
    }

    /** The content has the same places as the frame, so it goes in first. */
    private static String page(Page page, String frame, Map<String, String> texts) {
        var whole = frame.replace("{{content}}", text(page.file() + ".html"));
        var values = new HashMap<>(texts);
        values.put("page", page.file());
        values.put("page.title", value(texts, page.titleKey()));
        return PLACE.matcher(whole).replaceAll(place -> filled(place, values));
    }

    private static String filled(MatchResult place, Map<String, String> values) {
        return Matcher.quoteReplacement(
                HtmlUtils.htmlEscape(value(values, place.group(1)), "UTF-8"));
    }

    private static String value(Map<String, String> values, String key) {
        var value = values.get(key);
        if (value == null) {
            throw new IllegalStateException("portal pages have no text for " + key);
        }
        return value;
    }

    private static Map<String, String> texts(String language) {
        var properties = new Properties();
        try (var file = new StringReader(text("texts_" + language + ".properties"))) {
            properties.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var texts = new HashMap<String, String>();
        properties.forEach((key, value) -> texts.put((String) key, (String) value));
        return texts;
    }

    private static String text(String file) {
        try {
            return new ClassPathResource("portal/" + file)
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
