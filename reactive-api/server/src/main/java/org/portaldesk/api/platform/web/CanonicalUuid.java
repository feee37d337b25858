package org.portaldesk.api.platform.web;

import java.beans.PropertyEditorSupport;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * The one spelling of an id in an address: 36 characters, lower case, nothing around them. What
 * else Java or Spring would read as a UUID, such as {@code 1-1-1-1-1} or one with blanks, is no id,
 * so that nothing is decided on one spelling and read by another.
 */
@ControllerAdvice
public final class CanonicalUuid {

    private static final int LENGTH = 36;

    /** An editor, for Spring asks its own lenient one where a converter fails. */
    @InitBinder
    void readIds(WebDataBinder binder) {
        binder.registerCustomEditor(UUID.class, new Editor());
    }

    /** The id that this text is, if it is one. */
    public static Optional<UUID> in(@Nullable String text) {
        if (text == null || text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            var id = UUID.fromString(text);
            return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static final class Editor extends PropertyEditorSupport {

        @Override
        public void setAsText(@Nullable String text) {
            setValue(in(text).orElseThrow(() -> new IllegalArgumentException("No canonical UUID")));
        }
    }
}
