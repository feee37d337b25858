package org.portaldesk.console.fake;

import java.util.List;
import java.util.UUID;
import org.portaldesk.console.fake.ProxyCases.Parent;
import org.portaldesk.contract.patient.AccountState;
import org.portaldesk.contract.request.CodeRequest.Candidate;
import org.portaldesk.contract.request.CodeRequest.Comparison;
import org.portaldesk.contract.request.CodeRequest.Field;
import org.portaldesk.contract.request.CodeRequest.Outcome;

/** Who may be meant by a request: the right one, a namesake and somebody who died. */
final class Candidates {

    private Candidates() {}

    static List<Candidate> ofBrunilda() {
        return List.of(best(), second(), third());
    }

    private static Candidate best() {
        return candidate(
                Patients.BRUNILDA,
                "Nienow, Brunilda Lucinda",
                AccountState.PENDING,
                false,
                new Comparison(Field.GIVEN_NAME, "Brunilda", "Brunilda Lucinda", Outcome.MATCH),
                new Comparison(Field.FAMILY_NAME, "Nienow", "Nienow", Outcome.MATCH),
                new Comparison(Field.BIRTH_DATE, "1998-06-04", "1998-06-04", Outcome.MATCH),
                new Comparison(Field.SSN_LAST4, "4821", "4821", Outcome.MATCH),
                new Comparison(
                        Field.EMAIL,
                        "b.nienow@example.org",
                        "brunilda@example.org",
                        Outcome.MISMATCH),
                new Comparison(Field.PHONE, null, "555-0142", Outcome.ABSENT),
                new Comparison(
                        Field.ADDRESS,
                        "14 Marsh Road, Marshfield, Massachusetts 02050",
                        "14 Marsh Road, Marshfield, Massachusetts 02050",
                        Outcome.MATCH));
    }

    private static Candidate second() {
        return candidate(
                Patients.CIERA,
                "Nienow, Lena",
                AccountState.ACTIVE,
                false,
                new Comparison(Field.GIVEN_NAME, "Brunilda", "Lena", Outcome.MISMATCH),
                new Comparison(Field.FAMILY_NAME, "Nienow", "Nienow", Outcome.MATCH),
                new Comparison(Field.BIRTH_DATE, "1998-06-04", "1971-02-11", Outcome.MISMATCH),
                new Comparison(Field.SSN_LAST4, "4821", null, Outcome.ABSENT));
    }

    private static Candidate third() {
        return candidate(
                Patients.ADAN,
                "Nienow, Bruno",
                AccountState.NONE,
                true,
                new Comparison(Field.GIVEN_NAME, "Brunilda", "Bruno", Outcome.MISMATCH),
                new Comparison(Field.FAMILY_NAME, "Nienow", "Nienow", Outcome.MATCH),
                new Comparison(Field.BIRTH_DATE, "1998-06-04", "1956-03-11", Outcome.MISMATCH));
    }

    private static Candidate candidate(
            UUID id, String name, AccountState account, boolean dead, Comparison... fields) {
        return new Candidate(
                id,
                "c07a6f3b-a00" + id.toString().substring(35),
                name,
                account,
                dead,
                false,
                List.of(fields));
    }

    static Candidate of(Parent parent) {
        return new Candidate(
                Patients.CIERA,
                "c07a6f3b-a002",
                parent.family() + ", " + parent.given(),
                AccountState.ACTIVE,
                false,
                false,
                List.of(
                        new Comparison(
                                Field.GIVEN_NAME, parent.given(), parent.given(), Outcome.MATCH),
                        new Comparison(
                                Field.FAMILY_NAME, parent.family(), parent.family(), Outcome.MATCH),
                        new Comparison(Field.BIRTH_DATE, "1986-03-09", "1986-03-09", Outcome.MATCH),
                        new Comparison(
                                Field.EMAIL,
                                "parent@example.org",
                                "l.nienow@example.org",
                                Outcome.MISMATCH),
                        new Comparison(
                                Field.PHONE, "(617) 555-0142", "(617) 555-0142", Outcome.MATCH)));
    }
}
