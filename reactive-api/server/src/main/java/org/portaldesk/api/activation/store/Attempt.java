package org.portaldesk.api.activation.store;

import java.time.LocalDate;

/**
 * What somebody came with.
 *
 * @param codeHash of whatever was typed as the code
 * @param identifier four digits, if it was meant well
 * @param username in lower case
 */
public record Attempt(byte[] codeHash, LocalDate birthDate, String identifier, String username) {

    @Override
    public String toString() {
        return "Attempt[…]";
    }
}
