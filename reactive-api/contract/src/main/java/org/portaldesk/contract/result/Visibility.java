package org.portaldesk.contract.result;

import java.util.List;

/**
 * Whether somebody sees a result at a moment, and why.
 *
 * @param trace the rules in the order in which they were asked; the first that hides decides
 */
public record Visibility(boolean visible, List<Step> trace) {

    public Visibility {
        trace = List.copyOf(trace);
    }

    /**
     * What one rule says.
     *
     * @param rule such as {@code STATUTORY_DELAY}
     * @param because in words, without anything clinical
     * @param citation the law, or the product's own rule
     */
    public record Step(String rule, Effect effect, String because, String citation) {}

    /** What a rule does. */
    public enum Effect {
        /** It has nothing against it. */
        PASSES,
        HIDES,
        SHOWS
    }
}
