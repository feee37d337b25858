package org.portaldesk.api.activation.model;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.portaldesk.api.policy.Setting;
import org.portaldesk.api.policy.Settings;
import org.portaldesk.contract.activation.Channel;

/**
 * What an issue is held to.
 *
 * @param ownAccountFrom the age from which a person may have an account of their own
 * @param lifetimes how many days of 24 hours a code lives, by channel
 */
public record IssueRules(int ownAccountFrom, Map<Channel, Integer> lifetimes) {

    private static final Map<Channel, Setting<Integer>> LIFETIME =
            Arrays.stream(Channel.values())
                    .collect(Collectors.toMap(channel -> channel, IssueRules::lifetime));

    public IssueRules {
        lifetimes = Map.copyOf(lifetimes);
    }

    /** The rules that are in force. */
    public static IssueRules of(Settings settings) {
        var lifetimes = new EnumMap<Channel, Integer>(Channel.class);
        LIFETIME.forEach((channel, setting) -> lifetimes.put(channel, settings.get(setting)));
        return new IssueRules(settings.get(RedemptionRules.OWN_ACCOUNT_FROM), lifetimes);
    }

    /** The same, where people have no account of their own before that age. */
    public IssueRules notBefore(int age) {
        return new IssueRules(Math.max(ownAccountFrom, age), lifetimes);
    }

    /** How many days a code lives that goes out that way. */
    public int days(Channel channel) {
        return Objects.requireNonNull(lifetimes.get(channel));
    }

    /** Such as {@code activation.lifetime-days.handed-over}. */
    private static Setting<Integer> lifetime(Channel channel) {
        var name = channel.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Setting.number("activation.lifetime-days." + name, 45, 1, 90);
    }
}
