package org.portaldesk.console.activation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.activation.Channel;
import org.portaldesk.contract.patient.AccountState;
import org.portaldesk.contract.patient.Patient;

/**
 * What can be told from the record before the API is asked, so that nobody fills in a form that
 * will be refused. The API decides; it also knows rules that are not seen here.
 *
 * @param list the rules, in the order in which they are shown
 */
record Prechecks(List<Check> list, Patient patient) {

    /** The age from which a person has an own account (DOMAIN §3). */
    private static final int OWN_ACCOUNT_FROM = 13;

    /**
     * @param key its words: {@code check.<key>.passed} or {@code .failed}
     */
    record Check(String key, boolean passed) {

        String text() {
            return Texts.text("check." + key + (passed ? ".passed" : ".failed"));
        }
    }

    static Prechecks of(Patient patient) {
        var age = patient.age();
        return new Prechecks(
                List.of(
                        new Check("alive", !patient.deceased()),
                        new Check("age", age == null || age >= OWN_ACCOUNT_FROM),
                        new Check("account", patient.account().state() != AccountState.ACTIVE)),
                patient);
    }

    boolean passed() {
        return list.stream().allMatch(Check::passed);
    }

    /** Whether the record holds what this channel needs. */
    boolean allows(Channel channel) {
        return switch (channel) {
            case HANDED_OVER -> true;
            case LETTER -> patient.address() != null;
            case EMAIL -> !patient.emails().isEmpty();
        };
    }

    /** What goes where by this channel, or why it cannot. */
    String where(Channel channel) {
        if (!allows(channel)) {
            return Texts.text("issue.missing." + channel);
        }
        return switch (channel) {
            case HANDED_OVER -> Texts.text("issue.where.HANDED_OVER");
            case LETTER -> Texts.text("issue.where.LETTER", oneLine());
            case EMAIL -> Texts.text("issue.where.EMAIL", patient.emails().getFirst().value());
        };
    }

    private String oneLine() {
        var address = patient.address();
        if (address == null) {
            return "";
        }
        var parts = new ArrayList<>(address.lines());
        parts.add(address.city());
        parts.add(address.state());
        return parts.stream()
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
    }
}
