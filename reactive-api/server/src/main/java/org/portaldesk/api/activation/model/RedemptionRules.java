package org.portaldesk.api.activation.model;

import java.time.Duration;
import org.portaldesk.api.policy.Setting;
import org.portaldesk.api.policy.Settings;

/**
 * What a redemption is held to; goes into its statement as one JSON parameter.
 *
 * @param ownAccountFrom the age from which a person may have an account of their own
 * @param identifierWithoutSsn what stands in for the SSN's last four digits where none are on
 *     record
 * @param wrongPerCode so many wrong facts on one code revoke it
 * @param perAddress so many failures from one address in {@code windowSeconds} shut it out
 * @param overall so many failures in a minute, from everywhere, raise the alarm: addresses that
 *     failed within the hour are shut out then
 */
public record RedemptionRules(
        int ownAccountFrom,
        Identifier identifierWithoutSsn,
        int wrongPerCode,
        int perAddress,
        int windowSeconds,
        int overall) {

    /** Which of a person's other identifiers. */
    public enum Identifier {
        /** The last four digits of the medical record number. */
        MRN_LAST4,
        /** None: a person without SSN comes to the desk. */
        NONE
    }

    /** The age from which a person may have an account of their own. */
    public static final Setting<Integer> OWN_ACCOUNT_FROM =
            Setting.number("activation.own-account-from-age", 13, 13, 18);

    private static final Setting<Identifier> WITHOUT_SSN =
            Setting.choice("activation.identifier-without-ssn", Identifier.MRN_LAST4);
    private static final Setting<Integer> WRONG_PER_CODE =
            Setting.number("activation.throttle.wrong-per-code", 5, 1, 100);
    private static final Setting<Integer> PER_ADDRESS =
            Setting.number("activation.throttle.per-address", 10, 1, 1000);
    private static final Setting<Integer> WINDOW_MINUTES =
            Setting.number("activation.throttle.window-minutes", 10, 1, 60);
    private static final Setting<Integer> OVERALL =
            Setting.number("activation.throttle.overall-per-minute", 300, 10, 100_000);

    /** The rules that are in force. */
    public static RedemptionRules of(Settings settings) {
        return new RedemptionRules(
                settings.get(OWN_ACCOUNT_FROM),
                settings.get(WITHOUT_SSN),
                settings.get(WRONG_PER_CODE),
                settings.get(PER_ADDRESS),
                (int) Duration.ofMinutes(settings.get(WINDOW_MINUTES)).toSeconds(),
                settings.get(OVERALL));
    }
}
