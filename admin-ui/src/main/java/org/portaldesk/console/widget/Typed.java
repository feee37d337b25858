package org.portaldesk.console.widget;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portaldesk.console.gateway.Drafts;
import org.portaldesk.contract.draft.Draft;

/**
 * A field for words that somebody would not want to type again: they are kept while they are typed
 * and put back when the field is shown anew, until they are sent (the field is read-only then, or
 * its owner says so) or the dialog around is closed.
 */
public final class Typed {

    private static final int LONGEST_PLACE = 120;

    private final TextFieldBase<?, String> field;
    private final String name;
    private @Nullable Drafts drafts;
    private String place = "";

    private Typed(TextFieldBase<?, String> field, String name) {
        this.field = field;
        this.name = name.toLowerCase(Locale.ROOT);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addAttachListener(this::shown);
        field.addValueChangeListener(change -> changed(change.isFromClient(), change.getValue()));
        field.getElement().addPropertyChangeListener("readonly", _ -> dropIfSent());
        ComponentUtil.setData(field, Typed.class, this);
    }

    /**
     * Several lines.
     *
     * @param key of its label; also its name among the drafts of a screen
     */
    public static TextArea area(String key) {
        return kept(new TextArea(Texts.text(key)), key);
    }

    /** One line. */
    public static TextField field(String key) {
        return kept(new TextField(Texts.text(key)), key);
    }

    /** An e-mail address. */
    public static EmailField email(String key) {
        return kept(new EmailField(Texts.text(key)), key);
    }

    /** What is in these fields has been sent. */
    public static void sent(Component... fields) {
        for (var field : fields) {
            Optional.ofNullable(ComponentUtil.getData(field, Typed.class)).ifPresent(Typed::drop);
        }
    }

    private static <T extends TextFieldBase<T, String>> T kept(T field, String key) {
        return new Typed(field, key).of(field);
    }

    private <T> T of(T same) {
        return same;
    }

    private void shown(AttachEvent event) {
        var ui = event.getUI();
        place = ui.getActiveViewLocation().getPath().replace('/', '.') + "_" + name;
        drafts = place.length() > LONGEST_PLACE ? null : Drafts.of(ui.getSession()).orElse(null);
        if (drafts != null) {
            dropWithDialog();
            drafts.find(place, draft -> ui.access(() -> putBack(draft)));
        }
    }

    /** Closing is an act of the person; the end of a session closes nothing. */
    private void dropWithDialog() {
        Optional.ofNullable(field.findAncestor(Dialog.class))
                .ifPresent(
                        dialog ->
                                dialog.addOpenedChangeListener(
                                        change -> {
                                            if (!change.isOpened()) {
                                                drop();
                                            }
                                        }));
    }

    private void putBack(Draft draft) {
        if (field.isEmpty() && !field.isReadOnly()) {
            field.setValue(draft.text());
            field.setHelperText(
                    Stream.of(field.getHelperText(), back(draft))
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(" ")));
        }
    }

    private static String back(Draft draft) {
        return Texts.text("draft.back", Formats.current().moment(draft.keptAt()));
    }

    private void changed(boolean byPerson, String text) {
        if (byPerson && drafts != null) {
            drafts.typed(place, text);
        }
    }

    /** Whoever has sent it cannot change it any more. */
    private void dropIfSent() {
        if (field.isReadOnly()) {
            drop();
        }
    }

    private void drop() {
        if (drafts != null) {
            drafts.drop(place);
        }
    }
}
