package org.portaldesk.keycloak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How many characters of a password somebody else would have to guess: a well-known word, a word of
 * the person, a year, a row of keys, a run such as {@code 1234} or {@code aaaa} counts for one, and
 * what is repeated counts once. The whole password is judged, not a word in it (NIST SP 800-63B-4,
 * 3.1.1.2: derivatives of what is on a blocklist).
 */
final class PasswordWorth {

    private static final int SHORTEST_WORD = 4;
    private static final int SHORTEST_OWN = 3;
    private static final int SHORTEST_RUN = 3;
    private static final int SHORTEST_PAIR_RUN = 6;

    /** Keys as they lie side by side, on keyboards of three countries, with and without shift. */
    private static final List<String> ROWS =
            Stream.of(
                            "1234567890",
                            "qwertyuiop",
                            "asdfghjkl",
                            "zxcvbnm",
                            "qwertzuiop",
                            "yxcvbnm",
                            "azertyuiop",
                            "qsdfghjklm",
                            "wxcvbn",
                            "1qaz2wsx3edc4rfv5tgb",
                            "1q2w3e4r5t6y7u8i9o0p",
                            "q1w2e3r4t5y6u7i8o9p0",
                            "qazwsxedcrfvtgb",
                            "abcdefghijklmnopqrstuvwxyz",
                            "147258369",
                            "159357",
                            "!@#$%^&*()_+",
                            "!\"§$%&/()=?",
                            "!\"·$%&/()=?",
                            "3141592653589793")
                    .flatMap(row -> Stream.of(row, new StringBuilder(row).reverse().toString()))
                    .toList();

    private static final Set<String> KNOWN = known();
    private static final Set<String> KNOWN_UNMASKED = unmasked(KNOWN);

    private final Set<String> own;
    private final Set<String> known;

    private PasswordWorth(Set<String> own, Set<String> known) {
        this.own = own;
        this.known = known;
    }

    /**
     * @param own the person's words, such as the username and the name
     */
    static int of(String password, Collection<String> own) {
        var words =
                own.stream()
                        .flatMap(PasswordWorth::parts)
                        .filter(word -> word.length() >= SHORTEST_OWN)
                        .collect(Collectors.toSet());
        var once = password.substring(0, period(password));
        var text = OwnNames.folded(once);
        var plain = new PasswordWorth(words, KNOWN).of(OwnNames.letters(text));
        var unmasked =
                new PasswordWorth(unmasked(words), KNOWN_UNMASKED)
                        .of(OwnNames.letters(OwnNames.unmasked(text)));
        return Math.min(count(once), Math.min(plain, unmasked) + symbols(text));
    }

    /** Each word, and words that follow each other written as one. */
    private static Stream<String> parts(String words) {
        var single = OwnNames.folded(words).strip().split("[^\\p{L}\\p{N}]+");
        return IntStream.range(0, single.length)
                .boxed()
                .flatMap(
                        from ->
                                IntStream.rangeClosed(from + 1, single.length)
                                        .mapToObj(to -> joined(single, from, to)));
    }

    private static String joined(String[] words, int from, int to) {
        return String.join("", Arrays.copyOfRange(words, from, to));
    }

    /** Each symbol once, and a row of them for one. */
    private static int symbols(String text) {
        var each =
                text.codePoints()
                        .filter(PasswordWorth::isSymbol)
                        .distinct()
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
        return Math.min(count(each), new PasswordWorth(Set.of(), Set.of()).of(each));
    }

    private static int count(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean isSymbol(int one) {
        return !Character.isLetterOrDigit(one) && !Character.isWhitespace(one);
    }

    private static Set<String> unmasked(Set<String> words) {
        return words.stream().map(OwnNames::unmasked).collect(Collectors.toSet());
    }

    /** The fewest pieces that it falls into. */
    private int of(String text) {
        var once = text.substring(0, period(text));
        var pieces = new int[once.length() + 1];
        for (var at = once.length() - 1; at >= 0; at--) {
            var here = at;
            pieces[at] = 1 + guessed(once, at).map(length -> pieces[here + length]).min().orElse(0);
        }
        return pieces[0];
    }

    /** The length of what is repeated up to the end, the last time perhaps in part. */
    private static int period(String text) {
        for (var length = 1; length <= text.length() / 2; length++) {
            if (text.regionMatches(length, text, 0, text.length() - length)) {
                return length;
            }
        }
        return text.length();
    }

    /** How many characters from here may be guessed at once: one, always, and perhaps more. */
    private IntStream guessed(String text, int at) {
        var more =
                IntStream.of(
                        1,
                        year(text, at),
                        row(text, at),
                        run(text, at, 1, SHORTEST_RUN),
                        run(text, at, 2, SHORTEST_PAIR_RUN));
        return IntStream.concat(more, words(text, at)).filter(length -> length > 0);
    }

    private IntStream words(String text, int at) {
        return Stream.concat(own.stream(), known.stream())
                .filter(word -> text.startsWith(word, at))
                .mapToInt(String::length);
    }

    private static int year(String text, int at) {
        return text.startsWith("19", at) || text.startsWith("20", at) ? digits(text, at, 4) : 0;
    }

    private static int digits(String text, int at, int wanted) {
        return text.length() >= at + wanted
                        && text.substring(at, at + wanted).chars().allMatch(Character::isDigit)
                ? wanted
                : 0;
    }

    private static int row(String text, int at) {
        var longest = 0;
        for (var row : ROWS) {
            for (var from = 0; from < row.length(); from++) {
                longest = Math.max(longest, common(text, at, row, from));
            }
        }
        return longest >= SHORTEST_WORD ? longest : 0;
    }

    private static int common(String text, int at, String row, int from) {
        var length = 0;
        while (at + length < text.length()
                && from + length < row.length()
                && text.charAt(at + length) == row.charAt(from + length)) {
            length++;
        }
        return length;
    }

    /** Characters that rise, fall or stay by the same step, each or every second one. */
    private static int run(String text, int at, int stride, int shortest) {
        if (at + stride >= text.length()) {
            return 0;
        }
        var step = text.charAt(at + stride) - text.charAt(at);
        var end = at + stride;
        while (end < text.length() && text.charAt(end) - text.charAt(end - stride) == step) {
            end++;
        }
        return Math.abs(step) <= 1 && end - at >= shortest ? end - at : 0;
    }

    private static Set<String> known() {
        try (var words =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        PasswordWorth.class.getResourceAsStream(
                                                "well-known-words.txt")),
                                StandardCharsets.UTF_8))) {
            return words.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split("\\s+")))
                    .filter(word -> word.length() >= SHORTEST_WORD)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
