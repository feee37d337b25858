package org.portaldesk.api.request.model;

import static org.portaldesk.contract.request.CodeRequest.Field.ADDRESS;
import static org.portaldesk.contract.request.CodeRequest.Field.BIRTH_DATE;
import static org.portaldesk.contract.request.CodeRequest.Field.EMAIL;
import static org.portaldesk.contract.request.CodeRequest.Field.FAMILY_NAME;
import static org.portaldesk.contract.request.CodeRequest.Field.GIVEN_NAME;
import static org.portaldesk.contract.request.CodeRequest.Field.PHONE;
import static org.portaldesk.contract.request.CodeRequest.Field.SSN_LAST4;
import static org.portaldesk.contract.request.CodeRequest.Outcome.ABSENT;
import static org.portaldesk.contract.request.CodeRequest.Outcome.MATCH;
import static org.portaldesk.contract.request.CodeRequest.Outcome.MISMATCH;

import java.util.HashSet;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.patient.model.Folding;
import org.portaldesk.api.patient.model.PostalAddress;
import org.portaldesk.contract.request.CodeRequest.Claimed;
import org.portaldesk.contract.request.CodeRequest.Comparison;
import org.portaldesk.contract.request.CodeRequest.Field;

/** What a requester says beside what the record says, field by field. */
public final class Comparisons {

    private static final int ZIP = 5;

    private Comparisons() {}

    /** All fields, in the order in which people read them. */
    public static List<Comparison> of(Claimed claimed, OnRecord record) {
        return List.of(
                name(GIVEN_NAME, claimed.givenName(), record.givenName()),
                name(FAMILY_NAME, claimed.familyName(), record.familyName()),
                plain(BIRTH_DATE, claimed.birthDate().toString(), record.birthDate().toString()),
                plain(SSN_LAST4, claimed.ssnLast4(), record.ssnLast4()),
                anyOf(EMAIL, claimed.email(), record.emails(), Folding::email),
                anyOf(PHONE, claimed.phone(), record.phones(), Folding::phone),
                address(claimed.postalAddress(), record.address()));
    }

    /** Middle names and second surnames are left out by many: what is there must agree. */
    private static Comparison name(Field field, String claimed, String record) {
        return compared(field, claimed, record, Comparisons::agree);
    }

    private static Comparison plain(
            Field field, @Nullable String claimed, @Nullable String record) {
        return compared(field, claimed, record, String::equals);
    }

    private static Comparison anyOf(
            Field field,
            @Nullable String claimed,
            List<String> record,
            UnaryOperator<String> folded) {
        var same =
                record.stream()
                        .filter(
                                value ->
                                        claimed != null
                                                && folded.apply(value)
                                                        .equals(folded.apply(claimed)))
                        .findFirst();
        var shown = same.or(() -> record.stream().findFirst()).orElse(null);
        return compared(field, claimed, shown, (one, other) -> same.isPresent());
    }

    private static Comparison address(@Nullable String claimed, PostalAddress record) {
        var line = record.lines().isEmpty() ? null : oneLine(record);
        return compared(ADDRESS, claimed, line, (said, known) -> holdsStreetAndZip(said, record));
    }

    private static Comparison compared(
            Field field,
            @Nullable String claimed,
            @Nullable String record,
            BiPredicate<String, String> same) {
        var one = blankToNull(claimed);
        var other = blankToNull(record);
        if (one == null || other == null) {
            return new Comparison(field, one, other, ABSENT);
        }
        return new Comparison(field, one, other, same.test(one, other) ? MATCH : MISMATCH);
    }

    private static boolean agree(String one, String other) {
        if (Folding.joined(one).equals(Folding.joined(other))) {
            return true;
        }
        var ones = new HashSet<>(Folding.words(one));
        var others = new HashSet<>(Folding.words(other));
        return !ones.isEmpty()
                && !others.isEmpty()
                && (ones.containsAll(others) || others.containsAll(ones));
    }

    private static boolean holdsStreetAndZip(String said, PostalAddress record) {
        var words = new HashSet<>(Folding.words(said));
        var zip = record.postalCode();
        return words.containsAll(Folding.words(record.lines().getFirst()))
                && (zip == null || words.contains(zip.substring(0, Math.min(ZIP, zip.length()))));
    }

    private static String oneLine(PostalAddress address) {
        return Stream.of(
                        String.join(", ", address.lines()),
                        address.city(),
                        address.state(),
                        address.postalCode())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
