package org.portaldesk.console.widget;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/** Words in the language of the person at the screen. */
public final class Texts {

    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final String BUNDLE = "vaadin-i18n.translations";

    private Texts() {}

    /** The text of a key, in the language of the current UI. */
    public static String text(String key, Object... values) {
        return I18NProvider.translate(key, values);
    }

    /** The text of a key in another language than that of the screen: to be said to a caller. */
    public static String textIn(Locale language, String key) {
        return I18NProvider.translate(language, key);
    }

    /** The text that says what a constant means: {@code prefix.CONSTANT}. */
    public static String of(String prefix, Enum<?> constant) {
        return text(prefix + "." + constant.name());
    }

    /**
     * The text of a word that the API chose, such as an act of the record. Newer words than this
     * console knows are shown as they are, made readable.
     */
    public static String ofWord(String prefix, String word) {
        var key = prefix + "." + word;
        return known(key) ? text(key) : readable(word);
    }

    /** All words of a kind that the console has a text for. */
    public static List<String> vocabulary(String prefix) {
        return ResourceBundle.getBundle(BUNDLE, Locale.ROOT).keySet().stream()
                .filter(key -> key.startsWith(prefix + "."))
                .map(key -> key.substring(prefix.length() + 1))
                .toList();
    }

    private static boolean known(String key) {
        try {
            return ResourceBundle.getBundle(BUNDLE, Locale.ROOT).containsKey(key);
        } catch (MissingResourceException e) {
            return false;
        }
    }

    private static String readable(String word) {
        if (!CONSTANT.matcher(word).matches()) {
            return word;
        }
        var words = word.toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
