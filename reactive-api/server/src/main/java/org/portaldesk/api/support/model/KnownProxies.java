package org.portaldesk.api.support.model;

import java.util.List;
import java.util.stream.IntStream;
import org.portaldesk.api.patient.model.PersonName;

/**
 * The people who have access to one patient's record now. Goes into a comparison and nowhere else.
 */
public record KnownProxies(List<PersonName> names) {

    public KnownProxies {
        names = List.copyOf(names);
    }

    /** Family and given names, in the same order. */
    public static KnownProxies of(String[] families, String[] givens) {
        return new KnownProxies(
                IntStream.range(0, families.length)
                        .mapToObj(place -> new PersonName(families[place], givens[place]))
                        .toList());
    }

    /** Whether one of them has the name that was said. */
    public boolean include(String spoken) {
        var name = new SpokenName(spoken);
        return names.stream().anyMatch(name::fits);
    }

    @Override
    public String toString() {
        return "KnownProxies[" + names.size() + "]";
    }
}
