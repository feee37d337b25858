package org.portaldesk.console.fake;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.patient.AccountState;
import org.portaldesk.contract.patient.MaskedField;
import org.portaldesk.contract.patient.Patient;
import org.portaldesk.contract.patient.PatientApi;
import org.portaldesk.contract.patient.PatientSearch;
import org.portaldesk.contract.patient.PatientSummary;
import org.portaldesk.contract.patient.RevealField;
import org.portaldesk.contract.patient.RevealedField;
import reactor.core.publisher.Mono;

/** A handful of patients, one for each thing that can be the matter. */
public final class Patients implements PatientApi {

    public static final UUID BRUNILDA = UUID.fromString("0198f000-0000-7000-8000-000000000001");
    public static final UUID CIERA = UUID.fromString("0198f000-0000-7000-8000-000000000002");
    public static final UUID DARIUS = UUID.fromString("0198f000-0000-7000-8000-000000000003");
    public static final UUID ADAN = UUID.fromString("0198f000-0000-7000-8000-000000000004");

    private static final int PAGE = 20;

    private final Desk desk;

    Patients(Desk desk) {
        this.desk = desk;
    }

    private static List<Patient> all() {
        return List.of(
                patient(
                        BRUNILDA,
                        "Brunilda Lucinda",
                        "Nienow",
                        "1998-06-04",
                        28,
                        "female",
                        "es-US",
                        AccountState.PENDING,
                        false),
                patient(
                        CIERA,
                        "Ciera",
                        "Boyle",
                        "1963-03-12",
                        63,
                        "female",
                        "en-US",
                        AccountState.ACTIVE,
                        false),
                patient(
                        DARIUS,
                        "Darius",
                        "Hand",
                        "2019-02-28",
                        7,
                        "male",
                        "en-US",
                        AccountState.NONE,
                        false),
                patient(
                        ADAN,
                        "Adán",
                        "Delrío",
                        "1956-03-11",
                        70,
                        "male",
                        "es-US",
                        AccountState.LOCKED,
                        true));
    }

    private static Patient patient(
            UUID id,
            String given,
            String family,
            String born,
            int age,
            String sex,
            String language,
            AccountState account,
            boolean deceased) {
        return new Patient(
                id,
                "c07a6f3b-a00" + id.toString().substring(35),
                family + ", " + given,
                given,
                family,
                born,
                age,
                sex,
                "4821",
                List.of(new Patient.ContactPoint("555-0142", "home")),
                age < 13
                        ? List.of()
                        : List.of(
                                new Patient.ContactPoint(
                                        given.substring(0, 1).toLowerCase(Locale.ROOT)
                                                + "."
                                                + family.toLowerCase(Locale.ROOT)
                                                + "@example.org",
                                        null)),
                new Patient.PostalAddress(
                        List.of("14 Marsh Road"), "Marshfield", "Massachusetts", "02050", "US"),
                language,
                deceased,
                deceased ? LocalDate.of(2026, 10, 2) : null,
                new PatientSummary.Account(
                        account, account == AccountState.ACTIVE ? "ciera.boyle" : null),
                List.of(new Patient.RelatedPerson(family + ", Lena", "GUARDIAN", "555-0143", null)),
                Set.of());
    }

    @Override
    public Mono<Page<PatientSummary>> search(
            String q, @Nullable String cursor, @Nullable Integer limit) {
        return search(new PatientSearch(q, cursor, limit));
    }

    @Override
    public Mono<Page<PatientSummary>> search(PatientSearch search) {
        return desk.read("search " + search.q(), () -> find(search));
    }

    private Page<PatientSummary> find(PatientSearch search) {
        var words = search.q().toLowerCase(Locale.ROOT);
        if (words.equals("many")) {
            return many(search.cursor());
        }
        return new Page<>(
                all().stream()
                        .filter(one -> one.name().toLowerCase(Locale.ROOT).contains(words))
                        .map(this::masked)
                        .map(Patients::summary)
                        .toList(),
                null);
    }

    private static Page<PatientSummary> many(@Nullable String cursor) {
        int from = cursor == null ? 0 : Integer.parseInt(cursor);
        var rows =
                java.util.stream.IntStream.range(from, from + PAGE)
                        .mapToObj(
                                n ->
                                        new PatientSummary(
                                                new UUID(7, n),
                                                "%08x-b1e".formatted(n * 7919),
                                                "Kuhlman, Marcela " + n,
                                                "19%02d-07-1%d".formatted(40 + n % 60, n % 10),
                                                new PatientSummary.Account(
                                                        AccountState.values()[n % 5], null),
                                                false,
                                                false,
                                                Set.of()))
                        .toList();
        return new Page<>(rows, from == 0 ? String.valueOf(PAGE) : null);
    }

    private static PatientSummary summary(Patient one) {
        return new PatientSummary(
                one.id(),
                one.mrn(),
                one.name(),
                one.birthDate(),
                one.account(),
                one.deceased(),
                false,
                one.masked());
    }

    @Override
    public Mono<Patient> get(UUID id) {
        return desk.read(id, "patient " + id, () -> masked(one(id)));
    }

    private static Patient one(UUID id) {
        return all().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    private Patient masked(Patient one) {
        return Permission.SEE_UNMASKED.heldBy(desk.roles())
                ? one
                : new Patient(
                        one.id(),
                        "•••• " + one.mrn().substring(one.mrn().length() - 4),
                        one.name(),
                        one.givenName(),
                        one.familyName(),
                        one.birthDate().substring(0, 4) + "-••-••",
                        null,
                        one.sex(),
                        "••••",
                        one.phones().stream()
                                .map(_ -> new Patient.ContactPoint("••• ••• ••33", null))
                                .toList(),
                        one.emails().stream()
                                .map(_ -> new Patient.ContactPoint("a•••@•••.org", null))
                                .toList(),
                        null,
                        one.language(),
                        one.deceased(),
                        one.deceasedOn(),
                        one.account(),
                        one.contacts(),
                        EnumSet.allOf(MaskedField.class));
    }

    @Override
    public Mono<RevealedField> reveal(UUID id, RevealField field) {
        return desk.act(
                "reveal " + field.field() + " because " + field.reason(),
                () ->
                        new RevealedField(
                                field.field(),
                                switch (field.field()) {
                                    case PHONE -> "413-555-0133";
                                    case EMAIL -> "ana@example.org";
                                    case MRN -> one(id).mrn();
                                    case BIRTH_DATE -> one(id).birthDate();
                                    case SSN_LAST4 -> one(id).ssnLast4();
                                    case ADDRESS -> "14 Marsh Road, Marshfield";
                                }));
    }
}
