package org.portaldesk.keycloak;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;

/**
 * The words that somebody who knows a person would try first.
 *
 * @param handles the username and the front of the e-mail address
 * @param names given and family name
 * @param house the hospital's name, which may stand in a password and counts for little
 */
record Own(List<String> handles, List<String> names, List<String> house) {

    Own {
        handles = List.copyOf(handles);
        names = List.copyOf(names);
        house = List.copyOf(house);
    }

    static Own of(UserModel user, List<String> house) {
        return new Own(
                present(user.getUsername(), localPart(user.getEmail())),
                present(user.getFirstName(), user.getLastName()),
                house);
    }

    boolean in(String password) {
        return OwnNames.in(password, named()) || OwnNames.asWordIn(password, names);
    }

    /** All of them. */
    List<String> guessed() {
        return Stream.concat(named().stream(), house.stream()).toList();
    }

    private List<String> named() {
        var both = Stream.of(String.join("", names), String.join("", names.reversed()));
        return Stream.of(handles.stream(), names.stream(), both).flatMap(one -> one).toList();
    }

    private static List<String> present(@Nullable String... words) {
        return Stream.of(words).filter(Objects::nonNull).toList();
    }

    private static @Nullable String localPart(@Nullable String email) {
        return email == null ? null : email.split("@", 2)[0];
    }
}
