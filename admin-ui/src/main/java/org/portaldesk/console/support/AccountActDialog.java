package org.portaldesk.console.support;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.portaldesk.console.gateway.ApiFailure;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.account.AccountAct;
import org.portaldesk.contract.account.CallReason;
import org.portaldesk.contract.account.SecondFactor;

/** One act of the window: what it will do, why, and which factor where one is taken away. */
final class AccountActDialog extends ChoiceDialog<CallReason> {

    private static final long serialVersionUID = 1L;

    final RadioButtonGroup<SecondFactor> factor = new RadioButtonGroup<>();
    private final transient WindowState state;
    private final transient UUID verification;
    private final AccountAct act;

    /**
     * @param factors those that the account has
     */
    AccountActDialog(
            WindowState state, UUID verification, AccountAct act, List<SecondFactor> factors) {
        super(
                new Words(
                        Texts.text("accountAct.title." + act),
                        Texts.of("accountAct.will", act),
                        Texts.of("accountAct", act)),
                state.act(),
                List.of(CallReason.values()),
                reason -> Texts.of("callReason", reason),
                usual(act));
        this.state = state;
        this.verification = verification;
        this.act = act;
        factor.setLabel(Texts.text("accountAct.factor"));
        factor.setItems(factors);
        factor.setItemLabelGenerator(one -> Texts.of("factor", one));
        factor.setVisible(act == AccountAct.SECOND_FACTOR_RESET);
        factor.addValueChangeListener(_ -> update());
        if (factors.size() == 1) {
            factor.setValue(factors.getFirst());
        }
        state.begin();
        fill(factor);
    }

    private static CallReason usual(AccountAct act) {
        return switch (act) {
            case UNLOCK -> CallReason.CALLER_LOCKED_OUT;
            case PASSWORD_RESET -> CallReason.FORGOT_PASSWORD;
            case SECOND_FACTOR_RESET -> CallReason.LOST_SECOND_FACTOR;
            case END_SESSIONS -> CallReason.SUSPECTED_MISUSE;
            case RESEND_CODE -> CallReason.CODE_NOT_RECEIVED;
        };
    }

    @Override
    boolean ready() {
        return super.ready() && (!factor.isVisible() || factor.getValue() != null);
    }

    @Override
    Optional<String> help(ApiFailure failure) {
        if (!(failure instanceof ApiFailure.Refused refused)) {
            return Optional.empty();
        }
        return switch (refused.code()) {
            case STATE_CONFLICT -> Optional.of(Texts.text("accountAct.conflict"));
            case SUPERVISOR_ONLY -> Optional.of(Texts.text("accountAct.watched"));
            default -> Optional.empty();
        };
    }

    @Override
    void start(CallReason because) {
        state.start(verification, new WindowState.Order(act, because, factor.getValue()));
    }
}
