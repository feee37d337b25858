package org.portaldesk.console.support;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.widget.AccountBadge;
import org.portaldesk.console.widget.Facts;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.account.AccountLock;
import org.portaldesk.contract.account.PortalAccount;
import org.portaldesk.contract.patient.AccountState;

/** An account in words: its state, its lock, its second factors. */
final class AccountFacts extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final Formats formats = Formats.current();

    AccountFacts(PortalAccount account, boolean inCall) {
        var facts = new Facts().with(Texts.text("account.state"), state(account));
        if (account.closedBy() != null) {
            facts.with(
                    Texts.text("account.closedBy"),
                    Texts.of("account.closedBy", account.closedBy()));
        }
        var disabling = account.disabling();
        if (disabling != null) {
            facts.with(
                            Texts.text("account.disabled.reason"),
                            Texts.of("disable.reason", disabling.reason()))
                    .with(
                            Texts.text("account.disabled.by"),
                            Texts.text(
                                    "overrides.by",
                                    disabling.by(),
                                    formats.moment(disabling.at())));
        }
        if (account.lock() != null) {
            lock(facts, account.lock());
        }
        facts.with(Texts.text("account.username"), username(account.username(), inCall));
        if (hasAccount(account)) {
            facts.with(Texts.text("account.lastSignIn"), lastSignIn(account))
                    .with(Texts.text("account.factors"), factors(account));
        }
        getContent().add(facts);
    }

    static StatusBadge badge(AccountLock lock) {
        return new StatusBadge(Tone.LOCKED, Texts.of("lock", lock.kind()));
    }

    /** When and from where the last wrong passwords came. */
    static String failures(AccountLock lock) {
        return lock.lastFailureAddress() == null
                ? Texts.text("lock.failures", lock.failures())
                : Texts.text("lock.failures.from", lock.failures(), lock.lastFailureAddress());
    }

    /** When it ends, or that somebody must end it. */
    static String end(AccountLock lock, Formats formats) {
        return lock.endsAt() == null
                ? Texts.text("lock.forGood")
                : Texts.text("lock.until", formats.moment(lock.endsAt()));
    }

    private static StatusBadge state(PortalAccount account) {
        return account.lock() == null ? AccountBadge.of(account.state()) : badge(account.lock());
    }

    private void lock(Facts facts, AccountLock lock) {
        facts.with(
                        Texts.text("lock.since"),
                        lock.since() == null ? null : formats.moment(lock.since()))
                .with(Texts.text("lock.end"), end(lock, formats))
                .with(Texts.text("lock.wrong"), failures(lock));
    }

    private static @Nullable String username(@Nullable String username, boolean inCall) {
        return username == null || !inCall ? username : Masks.username(username);
    }

    private static boolean hasAccount(PortalAccount account) {
        return account.state() != AccountState.NONE && account.state() != AccountState.PENDING;
    }

    private String lastSignIn(PortalAccount account) {
        return account.lastSignInAt() == null
                ? Texts.text("account.noSignIn")
                : formats.moment(account.lastSignInAt());
    }

    private static String factors(PortalAccount account) {
        return account.secondFactors().isEmpty()
                ? Texts.text("account.noFactors")
                : account.secondFactors().stream()
                        .map(one -> Texts.of("factor", one))
                        .collect(Collectors.joining(", "));
    }
}
