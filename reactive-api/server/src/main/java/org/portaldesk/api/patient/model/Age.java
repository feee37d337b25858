package org.portaldesk.api.patient.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;

/**
 * Ages in completed years. A person born on 29 February has the birthday on 1 March in common
 * years.
 */
public final class Age {

    private Age() {}

    /** The age on a day; negative before the birth. */
    public static int on(LocalDate birthDate, LocalDate day) {
        return Period.between(birthDate, day).getYears();
    }

    /** The age at a moment, where the facility is. */
    public static int at(LocalDate birthDate, Instant moment, ZoneId zone) {
        return on(birthDate, LocalDate.ofInstant(moment, zone));
    }

    /** The day on which a person reaches an age. */
    public static LocalDate reachedOn(LocalDate birthDate, int years) {
        var birthday = birthDate.plusYears(years);
        // plusYears moves 29 February back to the 28th; the rule moves it on.
        return birthday.getDayOfMonth() == birthDate.getDayOfMonth()
                ? birthday
                : birthday.plusDays(1);
    }
}
