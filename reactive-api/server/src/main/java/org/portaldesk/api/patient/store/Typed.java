package org.portaldesk.api.patient.store;

import java.time.LocalDate;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.patient.model.PatientQuery;
import org.portaldesk.api.patient.model.Typo;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** What was typed, as the search's statement takes it: beginnings are ranges of an index. */
final class Typed {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

    /** Sorts after every text that goes on, in the order of bytes that the columns have. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    /** Fewer digits would be the beginning of too many numbers: they must be the whole of one. */
    private static final int SHORTEST_BEGINNING = 4;

    private record Word(int place, String start, String past, SequencedSet<String> variants) {}

    private record Fact(
            int place,
            List<LocalDate> birthDates,
            @Nullable String mrn,
            @Nullable String mrnPast,
            @Nullable String phone,
            @Nullable String phonePast,
            @Nullable String localNumber,
            @Nullable String email,
            @Nullable String emailPast) {}

    private Typed() {}

    static String words(PatientQuery query) {
        return JSON.writeValueAsString(
                IntStream.range(0, query.words().size())
                        .mapToObj(place -> word(place, query.words().get(place)))
                        .toList());
    }

    static String facts(PatientQuery query) {
        return JSON.writeValueAsString(
                IntStream.range(0, query.facts().size())
                        .mapToObj(place -> fact(place, query.facts().get(place)))
                        .toList());
    }

    /** The first text after all that begin with this one. */
    static String past(String beginning) {
        return beginning + LAST;
    }

    private static Word word(int place, String word) {
        return new Word(place, word, past(word), Typo.variants(word));
    }

    private static Fact fact(int place, PatientQuery.Fact fact) {
        return new Fact(
                place,
                fact.birthDates(),
                fact.mrn(),
                rangeEnd(fact.mrn()),
                fact.phone(),
                rangeEnd(fact.phone()),
                fact.localNumber(),
                fact.email(),
                rangeEnd(fact.email()));
    }

    private static @Nullable String rangeEnd(@Nullable String beginning) {
        if (beginning == null) {
            return null;
        }
        // A space sorts right after the text itself, before any letter or digit.
        return beginning.length() < SHORTEST_BEGINNING ? beginning + " " : past(beginning);
    }
}
