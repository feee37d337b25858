package org.portaldesk.console.proxy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.portaldesk.console.shell.Staff;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.LoadablePanel;
import org.portaldesk.console.widget.Panel;
import org.portaldesk.console.widget.ReasonDialog;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.patient.Patient;
import org.portaldesk.contract.proxy.PatientProxies;
import org.portaldesk.contract.proxy.ProxyBlock;
import org.portaldesk.contract.proxy.ProxyGrant;
import org.portaldesk.contract.proxy.SubmittedProxyRequest;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Who sees a patient's record and whose records the patient sees; a part of the patient's page. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class ProxiesPanel extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final transient ProxiesState state;
    private final transient Staff staff;
    private transient Supplier<Optional<Patient>> patient = Optional::empty;

    ProxiesPanel(ProxiesState state, Staff staff) {
        this.state = state;
        this.staff = staff;
        var record = new Button(Texts.text("proxies.record"), Glyph.PLUS.icon(), _ -> record());
        record.setVisible(staff.may(Permission.RECORD_PROXY_REQUESTS));
        var never = new Button(Texts.text("blocks.add"), _ -> block());
        never.setVisible(staff.may(Permission.BLOCK_PROXIES));
        var proxies = new LoadablePanel<>(state.proxies().signal(), this::show, state::reload, 3);
        getContent().add(new Panel(Texts.text("proxies.who"), proxies).withActs(never, record));
    }

    /**
     * Shows the proxies of this patient.
     *
     * @param patient who it is, once that is known
     * @param changed hears of each change, on a thread of its own
     */
    public void open(UUID id, Supplier<Optional<Patient>> patient, Runnable changed) {
        this.patient = patient;
        state.open(id, changed);
    }

    private Component show(PatientProxies proxies) {
        var all = new Div(new GrantPicture(proxies, name(proxies), this::endButton));
        all.addClassName("stack");
        ended(proxies).ifPresent(all::add);
        if (!proxies.blocks().isEmpty()) {
            all.add(blocks(proxies.blocks()));
        }
        return all;
    }

    private String name() {
        return patient.get().map(Patient::name).orElseGet(() -> Texts.text("people.patient"));
    }

    /** The grants may come before the patient does; they name the patient, too. */
    private String name(PatientProxies proxies) {
        return Stream.concat(
                        proxies.seenBy().stream().map(ProxyGrant::patientName),
                        proxies.sees().stream().map(ProxyGrant::proxyName))
                .findFirst()
                .orElseGet(this::name);
    }

    private Optional<Component> endButton(ProxyGrant grant) {
        if (!staff.may(Permission.END_PROXY_GRANTS)) {
            return Optional.empty();
        }
        var end = new Button(Texts.text("grant.end"), _ -> askEnd(grant));
        end.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.ERROR);
        end.setAriaLabel(Texts.text("grant.end.of", grant.proxyName()));
        return Optional.of(end);
    }

    private void askEnd(ProxyGrant grant) {
        var words =
                new ReasonDialog.Words(
                        Texts.text("grant.end.title"),
                        Texts.text("grant.end.text", grant.proxyName(), grant.patientName()),
                        List.of(
                                Texts.text("grant.end.reason.patient"),
                                Texts.text("grant.end.reason.proxy"),
                                Texts.text("grant.end.reason.court"),
                                Texts.text("grant.end.reason.mistake"),
                                Texts.text("reason.other")),
                        Texts.text("grant.end.verb"));
        new ReasonDialog(words, state.end(), true, reason -> state.end(grant, reason)).open();
    }

    private static Optional<Component> ended(PatientProxies proxies) {
        var over =
                Stream.concat(proxies.seenBy().stream(), proxies.sees().stream())
                        .filter(one -> one.state() == ProxyGrant.State.ENDED)
                        .toList();
        if (over.isEmpty()) {
            return Optional.empty();
        }
        var list = new UnorderedList();
        list.addClassName("work");
        over.forEach(grant -> list.add(endedItem(grant)));
        return Optional.of(new Div(new H3(Texts.text("proxies.ended")), list));
    }

    private static ListItem endedItem(ProxyGrant grant) {
        var who = new Span(Texts.text("proxies.sees", grant.proxyName(), grant.patientName()));
        var at = grant.endedAt();
        var badge = GrantBadge.of(grant);
        if (at != null) {
            badge.setTitle(Formats.current().full(at));
        }
        return new ListItem(who, badge);
    }

    private Component blocks(List<ProxyBlock> blocks) {
        var list = new UnorderedList();
        list.addClassName("work");
        blocks.forEach(block -> list.add(block(block)));
        var all = new Div(new H3(Texts.text("blocks.title")), list);
        all.addClassName("blocks");
        return all;
    }

    private ListItem block(ProxyBlock block) {
        var lines = new Div(new Span(block.name()));
        lines.addClassName("lines");
        if (block.reason() != null) {
            var reason = new Span(block.reason());
            reason.addClassName("secondary");
            lines.add(reason);
        }
        var item = new ListItem(lines, new StatusBadge(Tone.DANGER, Texts.text("grant.blocked")));
        if (staff.may(Permission.BLOCK_PROXIES)) {
            var end = new Button(Texts.text("blocks.end"), _ -> askEnd(block));
            end.addThemeVariants(ButtonVariant.SMALL);
            item.add(end);
        }
        return item;
    }

    private void askEnd(ProxyBlock block) {
        var words =
                new ReasonDialog.Words(
                        Texts.text("blocks.end.title"),
                        Texts.text("blocks.end.text", block.name()),
                        List.of(
                                Texts.text("blocks.end.reason.order"),
                                Texts.text("blocks.end.reason.patient"),
                                Texts.text("reason.other")),
                        Texts.text("blocks.end.verb"));
        new ReasonDialog(
                        words, state.endBlock(), true, reason -> state.endBlock(block.id(), reason))
                .open();
    }

    private void block() {
        new BlockDialog(state, name()).open();
    }

    private void record() {
        patient.get()
                .ifPresent(known -> new IntakeDialog(state.intake(), known, this::recorded).open());
    }

    private void recorded(SubmittedProxyRequest request) {
        state.changed();
        if (staff.may(Permission.READ_PROXY_REQUESTS)) {
            getUI().ifPresent(ui -> ProxyNavigation.open(ui, request.id(), Shown.OPEN));
        }
    }
}
