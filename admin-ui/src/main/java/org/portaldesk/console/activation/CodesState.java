package org.portaldesk.console.activation;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.CursorList;
import org.portaldesk.contract.activation.ActivationCode;
import org.portaldesk.contract.activation.ActivationCodeApi;
import org.portaldesk.contract.activation.Channel;
import org.portaldesk.contract.activation.CodeState;
import org.portaldesk.contract.activation.ContactOverride;
import org.portaldesk.contract.activation.ContactOverrideApi;
import org.portaldesk.contract.activation.IssueCode;
import org.portaldesk.contract.activation.Reason;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The codes of one patient, and what one can do with them. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class CodesState {

    private final ActivationCodeApi api;
    private final ContactOverrideApi overrides;
    private final CursorList<ActivationCode> codes;
    private final Act<ActivationCode> issue;
    private final Act<ActivationCode> revoke;
    private final Act<ContactOverride> askOverride;
    private UUID patientId = new UUID(0, 0);
    private String issueKey = "";
    private Runnable changed = () -> {};

    CodesState(ActivationCodeApi api, ContactOverrideApi overrides, Calls calls) {
        this.api = api;
        this.overrides = overrides;
        this.codes = new CursorList<>(calls);
        this.issue = new Act<>(calls);
        this.revoke = new Act<>(calls);
        this.askOverride = new Act<>(calls);
    }

    void open(UUID patientId) {
        this.patientId = patientId;
        codes.open(cursor -> api.ofPatient(patientId, cursor, null));
    }

    /** What else is to be read anew once a code has changed. */
    void whenChanged(Runnable changed) {
        this.changed = changed;
    }

    /** Begins a new issue: tries of one issue yield one code, also when an answer got lost. */
    void beginIssue() {
        issueKey = UUID.randomUUID().toString();
        issue.reset();
        askOverride.reset();
    }

    void issue(Channel channel, @Nullable String reason) {
        issue.start(
                api.issue(patientId, new IssueCode(channel, reason), issueKey)
                        .doOnNext(_ -> readAnew()));
    }

    /** Asks a second person to let a code out to a contact that is shared or fresh. */
    void askOverride(Channel channel, String reason) {
        askOverride.start(overrides.ask(patientId, new ContactOverrideApi.Ask(channel, reason)));
    }

    void revoke(ActivationCode code, String reason) {
        revoke.start(
                api.revoke(code.id(), new Reason(reason), "\"" + code.version() + "\"")
                        .doOnNext(_ -> readAnew()));
    }

    private void readAnew() {
        codes.reload();
        changed.run();
    }

    /** The code that works now, if there is one. */
    Optional<ActivationCode> live() {
        return codes.items().stream().filter(code -> code.state() == CodeState.ISSUED).findFirst();
    }

    CursorList<ActivationCode> codes() {
        return codes;
    }

    Act<ActivationCode> issue() {
        return issue;
    }

    Act<ActivationCode> revoke() {
        return revoke;
    }

    Act<ContactOverride> askOverride() {
        return askOverride;
    }
}
