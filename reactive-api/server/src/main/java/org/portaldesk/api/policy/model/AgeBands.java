package org.portaldesk.api.policy.model;

import java.util.ArrayList;
import java.util.List;
import org.portaldesk.contract.policy.AgeBand;
import org.portaldesk.contract.policy.PolicyRules;
import org.portaldesk.contract.policy.PolicyRules.Mode;
import org.portaldesk.contract.problem.Problem.FieldError;
import org.portaldesk.contract.proxy.AccessClass;

/** The ages of a policy: each age is in one band, and only in one. */
public final class AgeBands {

    private static final int DAY = 24;

    private AgeBands() {}

    /** The band of an age. */
    public static AgeBand at(PolicyRules rules, int age) {
        return rules.ageBands().stream()
                .filter(band -> band.holds(Math.max(0, age)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A policy with a gap at " + age));
    }

    /** The first age at which a patient may have an account of their own. */
    public static int ownAccountFrom(PolicyRules rules) {
        return rules.ageBands().stream()
                .filter(AgeBand::ownAccount)
                .mapToInt(AgeBand::fromAge)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /** The first age at which no parent sees anything by being one: people are adults from here. */
    public static int adultFrom(PolicyRules rules) {
        return rules.ageBands().stream()
                .filter(band -> band.parentalClass() == AccessClass.NONE)
                .mapToInt(AgeBand::fromAge)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /** What keeps rules from being a policy; empty for those that can be one. */
    public static List<FieldError> faults(PolicyRules rules) {
        var faults = new ArrayList<FieldError>();
        var expected = 0;
        for (var i = 0; i < rules.ageBands().size(); i++) {
            var band = rules.ageBands().get(i);
            var last = i == rules.ageBands().size() - 1;
            var field = "rules.ageBands[" + i + "]";
            if (band.fromAge() != expected) {
                faults.add(new FieldError(field + ".fromAge", "must be " + expected));
            }
            if (last != (band.toAge() == null)) {
                faults.add(new FieldError(field + ".toAge", "only the last band has none"));
            }
            if (band.parentalClass() == AccessClass.ADULT) {
                faults.add(new FieldError(field + ".parentalClass", "is no class of a parent"));
            }
            expected = band.toAge() == null ? expected : band.toAge() + 1;
        }
        faults.addAll(end(rules));
        faults.addAll(clocks(rules));
        return List.copyOf(faults);
    }

    private static List<FieldError> end(PolicyRules rules) {
        return rules.ageBands().getLast().parentalClass() == AccessClass.NONE
                ? List.of()
                : List.of(new FieldError("rules.ageBands", "must end parents' grants at some age"));
    }

    private static List<FieldError> clocks(PolicyRules rules) {
        var faults = new ArrayList<FieldError>();
        var clocks = rules.clocks();
        if (clocks.adultMode() == Mode.BUSINESS_DAYS
                && (clocks.adultTargetHours() % DAY != 0 || clocks.adultLimitHours() % DAY != 0)) {
            faults.add(new FieldError("rules.clocks", "business days are of 24 hours each"));
        }
        if (clocks.adultLimitHours() < clocks.adultTargetHours()) {
            faults.add(new FieldError("rules.clocks.adultLimitHours", "is before the target"));
        }
        if (!rules.calendar().opens().isBefore(rules.calendar().closes())) {
            faults.add(new FieldError("rules.calendar.closes", "must be after it opens"));
        }
        return faults;
    }
}
