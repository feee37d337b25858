package org.portaldesk.console.proxy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.shell.PatientLink;
import org.portaldesk.console.widget.Facts;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Panel;
import org.portaldesk.console.widget.StatusBadge;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Tone;
import org.portaldesk.contract.proxy.ProxyRequest;
import org.portaldesk.contract.proxy.ProxyRequest.Contact;

/** Both people as claimed beside what is on record. */
final class PeoplePanel extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final transient ProxyReviewState state;

    PeoplePanel(ProxyReviewState state, ProxyRequest request) {
        this.state = state;
        getContent().addClassName("stack");
        // A record that staff have named stands above already, and nothing was claimed of it.
        if (request.patient() == null || request.claimedPatient() != null) {
            getContent().add(new Panel(Texts.text("people.patient"), patient(request)));
        }
        getContent().add(new Panel(Texts.text("people.proxy"), proxy(request)));
    }

    private Component patient(ProxyRequest request) {
        var record = request.patient();
        if (record != null) {
            var formats = Formats.current();
            return new Facts()
                    .with(Texts.text("people.record"), new PatientLink(record.id(), record.name()))
                    .with(Texts.text("banner.mrn"), record.mrn())
                    .with(
                            Texts.text("banner.born"),
                            Texts.text(
                                    "banner.age", formats.date(record.birthDate()), record.age()));
        }
        if (request.patientCandidates().isEmpty()) {
            return new Paragraph(Texts.text("people.noRecord"));
        }
        return new CandidateChoice(
                Texts.text("candidates.title"),
                request.patientCandidates(),
                null,
                state.draft().peek().patient(),
                chosen -> state.change(now -> now.of(chosen)));
    }

    private Component proxy(ProxyRequest request) {
        var all = new Div(claimed(request), contacts(request));
        all.addClassName("stack");
        // Whoever asks at the portal has signed in: who they are is not chosen here.
        if (request.recordedBy() != null && !request.proxyCandidates().isEmpty()) {
            all.add(
                    new CandidateChoice(
                            Texts.text("people.isPatient"),
                            request.proxyCandidates(),
                            Texts.text("people.isNobody"),
                            state.draft().peek().proxyPatient(),
                            chosen -> state.change(now -> now.by(chosen))));
        }
        return all;
    }

    private static Component claimed(ProxyRequest request) {
        var proxy = request.proxy();
        var formats = Formats.current();
        return new Facts()
                .with(
                        Texts.text("people.claimed"),
                        Texts.text("request.name", proxy.familyName(), proxy.givenName()))
                .with(Texts.text("banner.born"), formats.date(proxy.birthDate()))
                .with(Texts.text("contact.email"), proxy.email())
                .with(Texts.text("contact.phone"), proxy.phone())
                .with(
                        Texts.text("request.received"),
                        request.recordedBy() == null
                                ? Texts.text("people.atPortal", formats.full(request.receivedAt()))
                                : Texts.text(
                                        "people.recorded",
                                        formats.full(request.receivedAt()),
                                        request.recordedBy()));
    }

    /** Whom the record names around the patient; that the proxy is not among them is said. */
    private static Component contacts(ProxyRequest request) {
        if (request.patient() == null) {
            return new Span();
        }
        var named = request.suggestedContacts();
        var all = new Div();
        if (named.stream().noneMatch(Contact::claimed)) {
            var warning = new StatusBadge(Tone.WARN, Texts.text("people.notNamed"));
            warning.addClassName("wraps");
            all.add(warning);
        }
        if (!named.isEmpty()) {
            all.add(contactList(named));
        }
        return all;
    }

    private static Component contactList(List<Contact> named) {
        var list = new UnorderedList();
        list.addClassName("work");
        for (var contact : named) {
            var item = new ListItem(new Span(words(contact)));
            if (contact.claimed()) {
                item.add(new StatusBadge(Tone.GOOD, Texts.text("people.named")));
            }
            list.add(item);
        }
        return list;
    }

    private static String words(Contact contact) {
        return Stream.of(contact.name(), relationship(contact), contact.phone(), contact.email())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    private static @Nullable String relationship(Contact contact) {
        return contact.relationship() == null
                ? null
                : Texts.ofWord("relationship", contact.relationship());
    }
}
