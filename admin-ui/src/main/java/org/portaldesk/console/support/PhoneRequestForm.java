package org.portaldesk.console.support;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.widget.Focus;
import org.portaldesk.console.widget.Texts;
import org.portaldesk.console.widget.Typed;
import org.portaldesk.contract.portal.RequestCode;
import org.portaldesk.contract.request.DeliverBy;

/** What a caller without a code says of themselves. */
final class PhoneRequestForm extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_PHONE = 40;
    private static final int LONGEST_ADDRESS = 300;
    private static final int LONGEST_NOTE = 1000;
    private static final int DIGITS = 4;

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("es"));

    final TextField givenName = field("compare.field.GIVEN_NAME", LONGEST_NAME);
    final TextField familyName = field("compare.field.FAMILY_NAME", LONGEST_NAME);
    final TextField birthDate = field("compare.field.BIRTH_DATE", 20);

    /** Not kept while it is typed: four digits are typed again faster than they are guarded. */
    final TextField ssnLast4 =
            bounded(new TextField(Texts.text("compare.field.SSN_LAST4")), DIGITS);

    final TextField email = field("compare.field.EMAIL", LONGEST_EMAIL);
    final TextField phone = field("compare.field.PHONE", LONGEST_PHONE);
    final TextField address = field("compare.field.ADDRESS", LONGEST_ADDRESS);
    final TextArea note = Typed.area("phone.note");
    final RadioButtonGroup<DeliverBy> deliverBy = new RadioButtonGroup<>();
    final RadioButtonGroup<Locale> language = new RadioButtonGroup<>();

    PhoneRequestForm() {
        getContent().addClassName("phone-form");
        Stream.of(givenName, familyName, birthDate)
                .forEach(field -> field.setRequiredIndicatorVisible(true));
        birthDate.setHelperText(Texts.text("phone.birthDate.help"));
        ssnLast4.setAllowedCharPattern("\\d");
        note.setMaxLength(LONGEST_NOTE);
        note.setHelperText(Texts.text("phone.note.help"));
        deliverBy.setLabel(Texts.text("request.wish"));
        deliverBy.setItems(DeliverBy.values());
        deliverBy.setItemLabelGenerator(one -> Texts.of("channel", one));
        deliverBy.setValue(DeliverBy.EMAIL);
        language.setLabel(Texts.text("phone.language"));
        language.setItems(LANGUAGES);
        language.setItemLabelGenerator(one -> one.getDisplayLanguage(one));
        language.setValue(
                LANGUAGES.stream()
                        .filter(one -> one.getLanguage().equals(getLocale().getLanguage()))
                        .findFirst()
                        .orElse(Locale.ENGLISH));
        getContent()
                .add(
                        givenName,
                        familyName,
                        birthDate,
                        ssnLast4,
                        email,
                        phone,
                        address,
                        deliverBy,
                        language,
                        note);
    }

    private static TextField field(String key, int longest) {
        return bounded(Typed.field(key), longest);
    }

    private static TextField bounded(TextField field, int longest) {
        field.setMaxLength(longest);
        field.getElement().setAttribute("autocomplete", "off");
        return field;
    }

    /** The request is taken. */
    void sent() {
        Typed.sent(givenName, familyName, birthDate, email, phone, address, note);
    }

    void begin() {
        Focus.on(givenName);
    }

    /** In which the requester is answered. */
    String language() {
        return language.getValue().getLanguage();
    }

    /** What was said, once it is enough; what is missing is marked. */
    Optional<RequestCode> request() {
        var born = SpokenDate.parse(birthDate.getValue());
        mark(givenName, filled(givenName) != null);
        mark(familyName, filled(familyName) != null);
        mark(birthDate, born.isPresent());
        mark(ssnLast4, filled(ssnLast4) == null || ssnLast4.getValue().length() == DIGITS);
        mark(email, filled(email) == null || email.getValue().contains("@"));
        return Stream.of(givenName, familyName, birthDate, ssnLast4, email)
                        .anyMatch(TextField::isInvalid)
                ? Optional.empty()
                : born.map(this::request);
    }

    private RequestCode request(LocalDate born) {
        return new RequestCode(
                givenName.getValue().strip(),
                familyName.getValue().strip(),
                born,
                filled(ssnLast4),
                filled(email),
                filled(phone),
                filled(address),
                deliverBy.getValue(),
                note.isEmpty() ? null : note.getValue().strip());
    }

    private static void mark(TextField field, boolean fits) {
        field.setErrorMessage(Texts.text("phone.needed"));
        field.setInvalid(!fits);
    }

    private static @Nullable String filled(TextField field) {
        var value = field.getValue().strip();
        return value.isEmpty() ? null : value;
    }

    /** What was said leaves the screen. */
    void forget() {
        Stream.of(givenName, familyName, birthDate, ssnLast4, email, phone, address)
                .forEach(TextField::clear);
        note.clear();
    }
}
