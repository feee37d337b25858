package org.portaldesk.api.patient.model;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into the one box, taken apart. A patient is found who fits every word and
 * every fact.
 *
 * @param words folded beginnings of names, the longest first
 * @param facts what is no name
 * @param username the whole text where it can be a portal username; such an account is found
 *     whatever the words say
 */
public record PatientQuery(List<String> words, List<Fact> facts, @Nullable String username) {

    /** What was searched by, for the record. */
    public enum Kind {
        NAME,
        BIRTH_DATE,
        MRN,
        EMAIL,
        PHONE,
        USERNAME
    }

    /**
     * A part of the text that is no name. Digits can be several things at once: one of them has to
     * fit.
     *
     * @param birthDates possible readings; empty when it is no date
     * @param mrn folded to capitals
     * @param phone digits at the beginning of a number
     * @param localNumber the last seven digits of a number
     * @param email the beginning of an address, in lower case
     */
    public record Fact(
            List<LocalDate> birthDates,
            @Nullable String mrn,
            @Nullable String phone,
            @Nullable String localNumber,
            @Nullable String email) {

        static Fact ofDates(List<LocalDate> dates) {
            return new Fact(dates, null, null, null, null);
        }

        static Fact ofEmail(String address) {
            return new Fact(List.of(), null, null, null, Folding.email(address));
        }

        /** Seven digits are a number without its area code. */
        static Fact ofPhone(String number) {
            var digits = Folding.phone(number);
            return digits.length() == LOCAL_DIGITS
                    ? new Fact(List.of(), null, null, digits, null)
                    : new Fact(List.of(), null, digits, null, null);
        }
    }

    private static final int LOCAL_DIGITS = 7;
    private static final int MOST_WORDS = 8;
    private static final int FEW_LETTERS = 2;

    /** Fewer characters are the beginning of too many numbers and addresses. */
    private static final int LONG = 6;

    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>()\"]+@[^\\s@,;<>()\"]*");
    private static final Pattern PHONE =
            Pattern.compile(
                    "(?<![\\p{L}\\d])(?:\\+\\d[\\d\\s().-]{6,18}\\d|(?:1[\\s.-]*)?\\(\\d{3}\\)\\s*\\d{3}[\\s.-]?\\d{4}"
                            + "|(?:1[\\s.-])?\\d{3}[\\s.-]\\d{3}[\\s.-]?\\d{4}|\\d{3}[\\s.-]\\d{4})(?![\\p{L}\\d])");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![^\\s,;])(?=[^\\s,;]*\\d)[\\p{L}\\d-]+(?![^\\s,;])");
    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{N}._@+-]{2,100}");

    public PatientQuery {
        words = List.copyOf(words);
        facts = List.copyOf(facts);
    }

    /**
     * Takes a text apart; no text is an error, but one may find nobody.
     *
     * @param today where the facility is: nobody is born later
     */
    public static PatientQuery parse(String text, LocalDate today) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        var reader = new Reader(plain.toLowerCase(Locale.ROOT), new BirthDates(today));
        var facts = reader.facts();
        var username = USERNAME.matcher(plain).matches() ? plain.toLowerCase(Locale.ROOT) : null;
        return new PatientQuery(longestFirst(reader.rest), facts, username);
    }

    /** What kinds of things were typed. */
    public SequencedSet<Kind> kinds() {
        var kinds = new LinkedHashSet<Kind>();
        if (!words.isEmpty()) {
            kinds.add(Kind.NAME);
        }
        facts.forEach(fact -> kinds.addAll(kinds(fact)));
        if (username != null) {
            kinds.add(Kind.USERNAME);
        }
        return kinds;
    }

    /**
     * Whether so little was typed that it looks for nobody in particular: two letters, or the
     * beginning of a number, and nothing beside it.
     */
    public boolean vague() {
        var parts =
                facts.size() + words.stream().filter(word -> word.length() >= FEW_LETTERS).count();
        return parts < 2
                && words.stream().allMatch(word -> word.length() <= FEW_LETTERS)
                && facts.stream().noneMatch(PatientQuery::singlesOut);
    }

    /**
     * Whether there are two identifiers of different kinds; first and last name are one, and so are
     * a number and its beginning.
     */
    public boolean twoIdentifiers() {
        var identifiers = words.isEmpty() ? 0 : 1;
        var seen = EnumSet.noneOf(Kind.class);
        for (var fact : facts) {
            var kinds = kinds(fact);
            identifiers += Collections.disjoint(seen, kinds) ? 1 : 0;
            seen.addAll(kinds);
        }
        return identifiers >= 2;
    }

    private static boolean singlesOut(Fact fact) {
        return !fact.birthDates.isEmpty()
                || fact.phone != null
                || fact.localNumber != null
                || isLong(fact.mrn)
                || isLong(fact.email);
    }

    private static boolean isLong(@Nullable String text) {
        return text != null && text.length() >= LONG;
    }

    private static List<Kind> kinds(Fact fact) {
        var kinds = new ArrayList<Kind>();
        if (!fact.birthDates.isEmpty()) {
            kinds.add(Kind.BIRTH_DATE);
        }
        if (fact.mrn != null) {
            kinds.add(Kind.MRN);
        }
        if (fact.phone != null || fact.localNumber != null) {
            kinds.add(Kind.PHONE);
        }
        if (fact.email != null) {
            kinds.add(Kind.EMAIL);
        }
        return kinds;
    }

    private static List<String> longestFirst(String text) {
        return Folding.words(text).stream()
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(MOST_WORDS)
                .toList();
    }

    /** Takes out of the text what it knows; what stays are names. */
    private static final class Reader {

        private final BirthDates dates;
        private final List<Fact> facts = new ArrayList<>();
        private String rest;

        Reader(String text, BirthDates dates) {
            this.rest = text;
            this.dates = dates;
        }

        /** Dates come before telephone numbers, and both before plain digits. */
        List<Fact> facts() {
            take(EMAIL, email -> Fact.ofEmail(email.group()));
            take(BirthDates.DAY_MONTH, date -> Fact.ofDates(dates.dayMonth(date)));
            take(BirthDates.MONTH_DAY, date -> Fact.ofDates(dates.monthDay(date)));
            take(BirthDates.YEAR_FIRST, date -> Fact.ofDates(dates.yearFirst(date)));
            take(BirthDates.YEAR_LAST, date -> Fact.ofDates(dates.yearLast(date)));
            take(PHONE, number -> Fact.ofPhone(number.group()));
            take(NUMBER, number -> number(number.group()));
            return facts;
        }

        private void take(Pattern pattern, Function<MatchResult, Fact> read) {
            pattern.matcher(rest).results().map(read).forEach(facts::add);
            rest = pattern.matcher(rest).replaceAll(" ");
        }

        private Fact number(String number) {
            var digits = Folding.phone(number);
            var isPlain = number.chars().allMatch(Character::isDigit);
            var isLocal = isPlain && digits.length() == LOCAL_DIGITS;
            return new Fact(
                    isPlain ? dates.compact(number) : List.of(),
                    number.toUpperCase(Locale.ROOT),
                    isPlain && digits.length() > LOCAL_DIGITS ? digits : null,
                    isLocal ? digits : null,
                    null);
        }
    }
}
