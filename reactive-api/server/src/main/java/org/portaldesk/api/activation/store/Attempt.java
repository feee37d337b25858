package org.portaldesk.api.activation.store;

import java.time.LocalDate;

/**
 * What somebody came with.
 *
 * @param codeHashes of whatever was typed as the code, in hexadecimal
 * @param identifier four digits, if it was meant well
 * @param username in lower case
 */
public record Attempt(
        String[] codeHashes, LocalDate birthDate, String identifier, String username) {

    @Override
    public String toString() {
        return "Attempt[…]";
    }
}
