package org.portaldesk.api.patient.store;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.patient.model.ContactPoint;
import org.portaldesk.api.patient.model.FeedPatient;
import org.portaldesk.api.patient.model.Folding;
import org.portaldesk.api.patient.model.PersonName;
import org.portaldesk.api.patient.model.PostalAddress;
import org.portaldesk.api.patient.model.RelatedPerson;
import org.portaldesk.api.patient.model.Typo;

/**
 * A patient as the columns hold it. All that is derived is here too, so that a better folding
 * reaches old rows with the next feed.
 */
record FeedRow(
        String fhirId,
        String mrn,
        String familyName,
        String givenName,
        String sortName,
        LocalDate birthDate,
        @Nullable String sex,
        @Nullable String ssnLast4,
        String language,
        boolean deceased,
        @Nullable LocalDate deceasedOn,
        List<String> addressLines,
        @Nullable String city,
        @Nullable String state,
        @Nullable String postalCode,
        @Nullable String country,
        SequencedSet<String> words,
        List<Variant> variants,
        List<Contact> contacts,
        List<Related> related) {

    record Variant(String variant, String word) {}

    record Contact(
            ContactPoint.Kind kind, int place, String value, String folded, @Nullable String use) {}

    record Related(
            int place,
            String name,
            @Nullable String relationship,
            @Nullable String phone,
            @Nullable String phoneFolded,
            @Nullable String email,
            @Nullable String emailFolded) {}

    private static final PostalAddress NOWHERE =
            new PostalAddress(List.of(), null, null, null, null);

    static FeedRow of(FeedPatient patient) {
        var name = patient.name();
        var address = patient.address() == null ? NOWHERE : patient.address();
        var words = words(patient.names());
        return new FeedRow(
                patient.fhirId(),
                patient.mrn(),
                name.family(),
                name.given(),
                name.sortKey(),
                patient.birthDate(),
                patient.sex(),
                patient.ssnLast4(),
                patient.language(),
                patient.deceased(),
                patient.deceasedOn(),
                address.lines(),
                address.city(),
                address.state(),
                address.postalCode(),
                address.country(),
                words,
                variants(words),
                contacts(patient.contacts()),
                related(patient.related()));
    }

    private static SequencedSet<String> words(List<PersonName> names) {
        var words = new LinkedHashSet<String>();
        names.forEach(name -> words.addAll(name.searchWords()));
        return words;
    }

    private static List<Variant> variants(SequencedSet<String> words) {
        return words.stream()
                .flatMap(
                        word ->
                                Typo.variants(word).stream()
                                        .map(variant -> new Variant(variant, word)))
                .toList();
    }

    private static List<Contact> contacts(List<ContactPoint> points) {
        return IntStream.range(0, points.size())
                .mapToObj(place -> contact(place, points.get(place)))
                .toList();
    }

    private static Contact contact(int place, ContactPoint point) {
        return new Contact(point.kind(), place, point.value(), point.folded(), point.use());
    }

    private static List<Related> related(List<RelatedPerson> people) {
        return IntStream.range(0, people.size())
                .mapToObj(place -> related(place, people.get(place)))
                .toList();
    }

    private static Related related(int place, RelatedPerson person) {
        return new Related(
                place,
                person.name(),
                person.relationship(),
                person.phone(),
                person.phone() == null ? null : Folding.phone(person.phone()),
                person.email(),
                person.email() == null ? null : Folding.email(person.email()));
    }
}
