package org.portaldesk.api.support.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An act that somebody wants to do.
 *
 * @param detail the second factor, where it is about one
 * @param reason by name
 * @param endProxies kept with a closing until people other than the patient can have access
 */
public record ActWish(
        UUID patientId,
        @Nullable UUID verificationId,
        Deed deed,
        @Nullable String detail,
        String reason,
        boolean endProxies) {}
