package org.portaldesk.api.activation.store;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody came with.
 *
 * @param codeHashes of whatever was typed as the code, in hexadecimal
 * @param identifier four digits, if it was meant well
 * @param username in lower case
 * @param email that they typed
 */
public record Attempt(
        String[] codeHashes,
        LocalDate birthDate,
        String identifier,
        String username,
        @Nullable String email) {

    @Override
    public String toString() {
        return "Attempt[…]";
    }
}
