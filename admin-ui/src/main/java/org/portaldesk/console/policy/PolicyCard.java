package org.portaldesk.console.policy;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.stream.Collectors;
import org.portaldesk.console.shell.Staff;
import org.portaldesk.console.widget.Facts;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.LoadablePanel;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.policy.AccessPolicy;
import org.portaldesk.contract.policy.PolicyRules;

/** One policy: from when it counts, what it says at which age, and what may be done with it. */
final class PolicyCard extends Composite<Article> {

    private static final long serialVersionUID = 1L;

    private final Formats formats = Formats.current();
    private final Div trial = new Div();
    private final transient PoliciesState state;
    private final transient AccessPolicy policy;

    PolicyCard(PoliciesState state, Staff staff, AccessPolicy policy) {
        this.state = state;
        this.policy = policy;
        getContent().addClassNames("panel", "policy");
        getContent().getElement().setAttribute("aria-label", policy.name());
        getContent().add(head(), new BandsPicture(policy.rules().ageBands()), facts(), acts(staff));
        getContent().add(trial);
    }

    private Div head() {
        var head = new Div(new H2(policy.name()), badge());
        head.addClassName("override-head");
        return head;
    }

    private StatusBadge badge() {
        if (policy.inForce()) {
            return new StatusBadge(Tone.GOOD, Texts.text("policies.inForce"));
        }
        return switch (policy.state()) {
            case PATTERN -> new StatusBadge(Tone.QUIET, Texts.text("policies.PATTERN"));
            case PROPOSED -> new StatusBadge(Tone.WATCH, Texts.text("policies.PROPOSED"));
            case APPROVED -> new StatusBadge(Tone.LIVE, Texts.text("policies.APPROVED"));
            case DECLINED -> new StatusBadge(Tone.QUIET, Texts.text("policies.DECLINED"));
            case WITHDRAWN -> new StatusBadge(Tone.QUIET, Texts.text("policies.WITHDRAWN"));
        };
    }

    private Facts facts() {
        var rules = policy.rules();
        var facts = new Facts();
        var from = policy.effectiveFrom();
        if (from != null) {
            facts.with(Texts.text("policies.from"), day(from));
        }
        facts.with(Texts.text("policies.clocks"), clocks(rules))
                .with(Texts.text("policies.hours"), hours(rules))
                .with(
                        Texts.text("policies.by"),
                        Texts.text(
                                "policies.by.words",
                                policy.proposedBy(),
                                formats.moment(policy.proposedAt())));
        if (policy.decidedBy() != null && policy.decidedAt() != null) {
            facts.with(
                    Texts.text("policies.decided"),
                    Texts.text(
                            "policies.by.words",
                            policy.decidedBy(),
                            formats.moment(policy.decidedAt())));
        }
        if (policy.withdrawal() != null) {
            addWithdrawal(facts, policy.withdrawal());
        }
        return facts;
    }

    private void addWithdrawal(Facts facts, AccessPolicy.Withdrawal withdrawal) {
        facts.with(
                Texts.text("policies.withdrawal"),
                Texts.text(
                        "policies.withdrawal.words",
                        withdrawal.by(),
                        formats.moment(withdrawal.at()),
                        withdrawal.reason()));
        if (withdrawal.agreedBy() != null && withdrawal.agreedAt() != null) {
            facts.with(
                    Texts.text("policies.withdrawal.agreed"),
                    Texts.text(
                            "policies.by.words",
                            withdrawal.agreedBy(),
                            formats.moment(withdrawal.agreedAt())));
        }
    }

    private String day(Instant from) {
        return formats.date(LocalDate.ofInstant(from, formats.zone()));
    }

    private static String clocks(PolicyRules rules) {
        var clocks = rules.clocks();
        return Texts.text(
                "policies.clocks.words",
                clocks.minorBusinessDays(),
                clocks.adultTargetHours(),
                clocks.adultLimitHours(),
                Texts.of("policies.mode", clocks.adultMode()));
    }

    private String hours(PolicyRules rules) {
        var calendar = rules.calendar();
        var days =
                calendar.days().stream()
                        .sorted()
                        .map(day -> day.getDisplayName(TextStyle.SHORT, formats.locale()))
                        .collect(Collectors.joining(", "));
        return Texts.text(
                "policies.hours.words",
                days,
                calendar.opens().toString(),
                calendar.closes().toString());
    }

    private Div acts(Staff staff) {
        var acts = new Div();
        acts.addClassName("acts");
        if (staff.may(Permission.SIMULATE_POLICIES)) {
            acts.add(new Button(Texts.text("policies.try"), _ -> tryIt()));
        }
        if (staff.may(Permission.PROPOSE_POLICIES)) {
            acts.add(
                    new Button(
                            Texts.text("policies.copy"),
                            _ -> new ProposeDialog(state, policy).open()));
        }
        if (policy.state() == AccessPolicy.State.PROPOSED
                && staff.may(Permission.DECIDE_POLICIES)) {
            var approve =
                    new Button(Texts.text("policies.approve"), _ -> state.approve(policy.id()));
            approve.addThemeVariants(ButtonVariant.PRIMARY);
            acts.add(
                    approve,
                    new Button(Texts.text("policies.decline"), _ -> state.decline(policy.id())));
        }
        if (isToCome() && staff.may(Permission.DECIDE_POLICIES)) {
            addWithdrawing(acts);
        }
        return acts;
    }

    private boolean isToCome() {
        return policy.state() == AccessPolicy.State.APPROVED
                && policy.effectiveFrom() != null
                && policy.effectiveFrom().isAfter(Instant.now());
    }

    private void addWithdrawing(Div acts) {
        var asked = policy.withdrawal() != null;
        acts.add(
                new Button(
                        Texts.text(asked ? "policies.withdraw.agree" : "policies.withdraw"),
                        _ -> new WithdrawDialog(state, policy).open()));
        if (asked) {
            acts.add(new Button(Texts.text("policies.keep"), _ -> state.keep(policy.id())));
        }
    }

    private void tryIt() {
        var running = state.trial(policy.id());
        trial.removeAll();
        trial.add(
                new LoadablePanel<>(
                        running.signal(),
                        TrialPanel::new,
                        () -> state.again(running, policy.id()),
                        4));
    }
}
