package org.portaldesk.api.activation.model;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.activation.model.IssueFacts.SecondWord;
import org.portaldesk.contract.activation.Channel;
import org.portaldesk.contract.activation.ContactOverride.Collision;

/** Whether a code may be issued, by the facts alone. */
public sealed interface IssueDecision {

    /**
     * @param code until when it lives
     * @param override the second person's word that it uses up
     */
    record MayIssue(CodeLife.Issued code, @Nullable UUID override) implements IssueDecision {}

    /**
     * @param collisions what the guard found, with {@link Refusal#CONTACT_COLLISION}
     */
    record Refused(Refusal refusal, Set<Collision> collisions) implements IssueDecision {

        Refused(Refusal refusal) {
            this(refusal, Set.of());
        }
    }

    /** Which rule stands against it. */
    enum Refusal {
        DECEASED,
        ACCOUNT_ACTIVE,
        TOO_YOUNG,
        NO_ADDRESS,
        CONTACT_COLLISION,
        REASON_REQUIRED
    }

    /**
     * Decides.
     *
     * @param reason in the words of the person who issues, if they gave one
     */
    static IssueDecision on(
            IssueFacts facts, Channel channel, @Nullable String reason, IssueRules rules) {
        var refusal = refusal(facts, channel, rules);
        if (refusal != null) {
            return new Refused(refusal);
        }
        var collisions =
                CollisionGuard.collisions(channel, facts.contacts(), facts.age(), facts.now());
        if (!collisions.isEmpty() && !covered(facts.secondWord(), collisions)) {
            return new Refused(Refusal.CONTACT_COLLISION, collisions);
        }
        var current = facts.current();
        if (current != null && current.isLive(facts.now()) && isBlank(reason)) {
            return new Refused(Refusal.REASON_REQUIRED);
        }
        return new MayIssue(
                CodeLife.Issued.at(facts.now(), rules.days(channel)),
                collisions.isEmpty()
                        ? null
                        : Objects.requireNonNull(facts.secondWord()).overrideId());
    }

    private static boolean covered(@Nullable SecondWord word, Set<Collision> collisions) {
        return word != null && word.covers().containsAll(collisions);
    }

    private static @Nullable Refusal refusal(IssueFacts facts, Channel channel, IssueRules rules) {
        if (facts.deceased()) {
            return Refusal.DECEASED;
        }
        if (facts.hasAccount()) {
            return Refusal.ACCOUNT_ACTIVE;
        }
        if (facts.age() < rules.ownAccountFrom()) {
            return Refusal.TOO_YOUNG;
        }
        return isReachable(facts.contacts(), channel) ? null : Refusal.NO_ADDRESS;
    }

    private static boolean isReachable(Contacts contacts, Channel channel) {
        return switch (channel) {
            case HANDED_OVER -> true;
            case LETTER -> contacts.postal();
            case EMAIL -> contacts.email() != null;
        };
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
