package org.portaldesk.console.patient;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.widget.AccountBadge;
import org.portaldesk.console.widget.Facts;
import org.portaldesk.console.widget.Formats;
import org.portaldesk.console.widget.Glyph;
import org.portaldesk.console.widget.LoadablePanel;
import org.portaldesk.console.widget.Panel;
import org.portaldesk.console.widget.ReasonDialog;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.contract.patient.MaskedField;
import org.portaldesk.contract.patient.Patient;

/** What the record says about the person: contacts, address, the people around them. */
final class RecordPanel extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final transient PatientState state;
    private final boolean mayReveal;
    private final boolean withAccount;

    /**
     * @param withAccount whether the account has no panel of its own
     */
    RecordPanel(PatientState state, boolean mayReveal, boolean withAccount) {
        this.state = state;
        this.mayReveal = mayReveal;
        this.withAccount = withAccount;
        getContent()
                .add(new LoadablePanel<>(state.patient().signal(), this::show, state::reload, 8));
    }

    private Component show(Patient patient) {
        var panels = new Div();
        panels.addClassName("stack");
        if (withAccount) {
            panels.add(account(patient));
        }
        panels.add(contact(patient));
        if (!patient.contacts().isEmpty()) {
            panels.add(people(patient));
        }
        return panels;
    }

    private static Panel account(Patient patient) {
        var facts =
                new Facts()
                        .with(
                                Texts.text("account.state"),
                                AccountBadge.of(patient.account().state()))
                        .with(Texts.text("account.username"), patient.account().username());
        return new Panel(Texts.text("account.title"), facts);
    }

    private Panel contact(Patient patient) {
        var facts = new Facts();
        points(facts, patient, MaskedField.EMAIL, "contact.email", patient.emails());
        points(facts, patient, MaskedField.PHONE, "contact.phone", patient.phones());
        facts.with(
                Texts.text("contact.address"),
                maskable(patient, MaskedField.ADDRESS, address(patient.address())));
        facts.with(
                Texts.text("contact.birthDate"),
                maskable(
                        patient,
                        MaskedField.BIRTH_DATE,
                        Formats.current().birthDate(patient.birthDate())));
        facts.with(
                Texts.text("contact.ssn"),
                maskable(patient, MaskedField.SSN_LAST4, patient.ssnLast4()));
        if (patient.masked().contains(MaskedField.MRN)) {
            facts.with(
                    Texts.text("contact.mrn"), maskable(patient, MaskedField.MRN, patient.mrn()));
        }
        facts.with(Texts.text("contact.language"), language(patient.language()));
        return new Panel(Texts.text("contact.title"), facts);
    }

    /** One by one; where they are masked, all of a kind are asked for at once. */
    private void points(
            Facts facts,
            Patient patient,
            MaskedField field,
            String key,
            List<Patient.ContactPoint> points) {
        if (patient.masked().contains(field) && !points.isEmpty()) {
            var left = points.stream().map(Patient.ContactPoint::value).toList();
            facts.with(Texts.text(key), maskable(patient, field, String.join(", ", left)));
            return;
        }
        points.forEach(point -> facts.with(use(key, point), point.value()));
    }

    private static String use(String key, Patient.ContactPoint contact) {
        return contact.use() == null
                ? Texts.text(key)
                : Texts.text(key + ".of", Texts.ofWord("use", contact.use()));
    }

    private static @Nullable String address(Patient.@Nullable PostalAddress address) {
        if (address == null) {
            return null;
        }
        var town =
                Stream.of(address.city(), address.state(), address.postalCode())
                        .filter(part -> part != null && !part.isBlank())
                        .toList();
        return String.join("\n", address.lines()) + "\n" + String.join(" ", town);
    }

    private String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(getLocale());
    }

    /** A value; where it is masked, what is left of it and the way to see it. */
    private Component maskable(Patient patient, MaskedField field, @Nullable String value) {
        if (!patient.masked().contains(field)) {
            return new Span(value == null ? Texts.text("contact.absent") : value);
        }
        var shown = new Span();
        var ask = new Button(Texts.text("reveal.show"), Glyph.EYE.icon(), _ -> ask(field));
        ask.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        ask.setAriaLabel(Texts.text("reveal.label", Texts.of("field", field)));
        var place = new Div(shown, ask);
        place.addClassName("masked");
        Signal.effect(
                place,
                () -> {
                    var revealed = state.revealed().get();
                    shown.setText(text(revealed, field, value));
                    ask.setVisible(mayReveal && !revealed.containsKey(field));
                });
        return place;
    }

    private static String text(
            Map<MaskedField, String> revealed, MaskedField field, @Nullable String value) {
        var asked = revealed.get(field);
        if (asked == null) {
            return value == null ? "••••" : value;
        }
        if (asked.isEmpty()) {
            return Texts.text("contact.absent");
        }
        return field == MaskedField.BIRTH_DATE ? Formats.current().birthDate(asked) : asked;
    }

    private void ask(MaskedField field) {
        var name = Texts.of("field", field);
        var words =
                new ReasonDialog.Words(
                        Texts.text("reveal.title", name),
                        Texts.text("reveal.text"),
                        List.of(
                                Texts.text("reveal.reason.caller"),
                                Texts.text("reveal.reason.match"),
                                Texts.text("reveal.reason.mail"),
                                Texts.text("reason.other")),
                        Texts.text("reveal.show"));
        new ReasonDialog(words, state.reveal(), false, reason -> state.reveal(field, reason))
                .open();
    }

    private static Panel people(Patient patient) {
        var facts = new Facts();
        for (var person : patient.contacts()) {
            var relationship =
                    person.relationship() == null
                            ? Texts.text("people.unknown")
                            : Texts.ofWord("relationship", person.relationship());
            facts.with(relationship, person(person));
        }
        return new Panel(Texts.text("people.title"), facts);
    }

    private static Component person(Patient.RelatedPerson person) {
        var lines = new Div(new Span(person.name()));
        lines.addClassName("lines");
        Stream.of(person.phone(), person.email())
                .filter(value -> value != null && !value.isBlank())
                .forEach(
                        value -> {
                            var line = new Span(value);
                            line.addClassName("secondary");
                            lines.add(line);
                        });
        return lines;
    }
}
