package org.portaldesk.api.support.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.portaldesk.api.policy.Setting;
import org.portaldesk.api.policy.Settings;
import org.portaldesk.contract.account.AccountAct;
import org.portaldesk.contract.verification.Fact;

/**
 * What a verification is held to.
 *
 * @param weights how much each fact counts; a fact of weight 0 is not asked for
 * @param needed the weight that opens each act
 * @param windowMinutes how long a pass opens its acts
 * @param codeMinutes how long a one-time code counts
 * @param failuresAllowed how many verifications of a patient may fail in 24 hours
 */
public record VerificationRules(
        Map<Fact, Integer> weights,
        Map<AccountAct, Integer> needed,
        int windowMinutes,
        int codeMinutes,
        int failuresAllowed) {

    /** How often one fact may be answered, and a one-time code sent, in one verification. */
    public static final int TRIES = 3;

    private static final int MOST = 20;
    private static final int CODE_WEIGHT = 3;

    /** Four facts, or the code and one; the second factor is worth more to a thief. */
    private static final int ENOUGH = 4;

    private static final int STRONG = 5;

    private static final Map<Fact, Setting<Integer>> WEIGHT = new EnumMap<>(Fact.class);
    private static final Map<AccountAct, Setting<Integer>> NEEDED = new EnumMap<>(AccountAct.class);

    static {
        for (var fact : Fact.values()) {
            var weight = fact == Fact.CODE_ON_FILE ? CODE_WEIGHT : 1;
            WEIGHT.put(fact, Setting.number(name("weight", fact), weight, 0, MOST));
        }
        for (var act : AccountAct.values()) {
            var weight = act == AccountAct.SECOND_FACTOR_RESET ? STRONG : ENOUGH;
            NEEDED.put(act, Setting.number(name("needed", act), weight, 1, MOST));
        }
    }

    private static final Setting<Integer> WINDOW =
            Setting.number("verification.window-minutes", 10, 1, 10);
    private static final Setting<Integer> CODE =
            Setting.number("verification.code-minutes", 10, 1, 10);
    private static final Setting<Integer> FAILURES =
            Setting.number("verification.failures-in-24-hours", 3, 1, 10);

    public VerificationRules {
        weights = Map.copyOf(weights);
        needed = Map.copyOf(needed);
    }

    /** The rules that are in force. */
    public static VerificationRules of(Settings settings) {
        var weights = new EnumMap<Fact, Integer>(Fact.class);
        WEIGHT.forEach((fact, setting) -> weights.put(fact, settings.get(setting)));
        var needed = new EnumMap<AccountAct, Integer>(AccountAct.class);
        NEEDED.forEach((act, setting) -> needed.put(act, settings.get(setting)));
        return new VerificationRules(
                weights, needed, settings.get(WINDOW), settings.get(CODE), settings.get(FAILURES));
    }

    /** What callers are asked for, in the order of the script. */
    public List<Fact> script() {
        return Arrays.stream(Fact.values())
                .filter(fact -> fact != Fact.CODE_ON_FILE && weight(fact) > 0)
                .toList();
    }

    /**
     * The acts that a caller's proof opens; none without the birth date.
     *
     * @param matched the facts that fit
     */
    public List<AccountAct> opened(Collection<Fact> matched) {
        var strength = matched.stream().distinct().mapToInt(this::weight).sum();
        return Arrays.stream(AccountAct.values())
                .filter(act -> matched.contains(Fact.BIRTH_DATE))
                .filter(act -> strength >= Objects.requireNonNull(needed.get(act)))
                .toList();
    }

    /** How many more may fail before only a supervisor goes on. */
    public int attemptsLeft(int failures) {
        return Math.max(0, failuresAllowed - failures);
    }

    private int weight(Fact fact) {
        return Objects.requireNonNull(weights.get(fact));
    }

    /** Such as {@code verification.needed.password-reset}. */
    private static String name(String kind, Enum<?> of) {
        return "verification." + kind + "." + of.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
