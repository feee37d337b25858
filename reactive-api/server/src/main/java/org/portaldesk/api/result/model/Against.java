package org.portaldesk.api.result.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.result.ReleaseState;

/**
 * Why one of many results is left out, in words.
 *
 * @param rule its name
 * @param because in words, without anything clinical
 * @param citation the law, or the product's own rule
 */
public record Against(String rule, String because, String citation) {

    private static final String PRODUCT = "Portal Desk, results";

    /**
     * @param code as the statements of bulk acts have it
     * @param state in which the result was; null for none of this id
     * @param statute that delays it, if one does
     */
    public static Against of(String code, @Nullable ReleaseState state, @Nullable String statute) {
        return switch (code) {
            case "UNKNOWN" -> new Against(code, "There is no such result.", PRODUCT);
            case "RESTRICTED" ->
                    new Against(code, "The record is restricted: break the glass first.", PRODUCT);
            case "STATE_CONFLICT" -> new Against(code, "It is " + state + ".", PRODUCT);
            case "BUSY" -> new Against(code, "Somebody else was working on it.", PRODUCT);
            case "FAILED" -> new Against(code, "It could not be done.", PRODUCT);
            case "NO_EARLY_RELEASE" ->
                    early("The statute knows no early release.", Objects.requireNonNull(statute));
            case "EARLY_RELEASE" ->
                    early(
                            "Only a clinician releases it before the delay ends.",
                            Objects.requireNonNull(statute));
            default -> of(HoldRule.valueOf(code));
        };
    }

    private static Against early(String because, String statute) {
        return new Against("EARLY_RELEASE", because, statute);
    }

    private static Against of(HoldRule rule) {
        return new Against(rule.name(), rule.says(), rule.citation());
    }
}
