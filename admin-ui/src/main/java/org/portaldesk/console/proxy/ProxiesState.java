package org.portaldesk.console.proxy;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.UUID;
import org.portaldesk.console.gateway.Act;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.FormUploadApi;
import org.portaldesk.console.gateway.Latest;
import org.portaldesk.contract.activation.Reason;
import org.portaldesk.contract.proxy.PatientProxies;
import org.portaldesk.contract.proxy.ProxyApi;
import org.portaldesk.contract.proxy.ProxyBlock;
import org.portaldesk.contract.proxy.ProxyGrant;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Who sees a patient's record, whom the patient sees, and who never may. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class ProxiesState {

    private final ProxyApi api;
    private final FormUploadApi uploads;
    private final Calls calls;
    private final Latest<PatientProxies> proxies;
    private final Act<ProxyGrant> end;
    private final Act<ProxyBlock> block;
    private final Act<ProxyBlock> endBlock;
    private UUID patient = new UUID(0, 0);
    private Runnable changed = () -> {};

    ProxiesState(ProxyApi api, FormUploadApi uploads, Calls calls) {
        this.api = api;
        this.uploads = uploads;
        this.calls = calls;
        this.proxies = new Latest<>(calls);
        this.end = new Act<>(calls);
        this.block = new Act<>(calls);
        this.endBlock = new Act<>(calls);
    }

    /**
     * Turns to this patient.
     *
     * @param changed hears of each change, on a thread of its own
     */
    void open(UUID patient, Runnable changed) {
        this.patient = patient;
        this.changed = changed;
        reload();
    }

    void reload() {
        proxies.load(api.ofPatient(patient));
    }

    void end(ProxyGrant grant, String reason) {
        end.start(
                api.end(grant.id(), new Reason(reason), "\"" + grant.version() + "\"")
                        .doOnNext(_ -> changed()));
    }

    void block(ProxyApi.Block who) {
        block.start(api.block(patient, who).doOnNext(_ -> changed()));
    }

    void endBlock(UUID id, String reason) {
        endBlock.start(api.endBlock(id, new Reason(reason)).doOnNext(_ -> changed()));
    }

    /** A fresh request to be recorded for this patient. */
    IntakeState intake() {
        return new IntakeState(uploads, calls);
    }

    void changed() {
        reload();
        changed.run();
    }

    Latest<PatientProxies> proxies() {
        return proxies;
    }

    Act<ProxyGrant> end() {
        return end;
    }

    Act<ProxyBlock> block() {
        return block;
    }

    Act<ProxyBlock> endBlock() {
        return endBlock;
    }
}
