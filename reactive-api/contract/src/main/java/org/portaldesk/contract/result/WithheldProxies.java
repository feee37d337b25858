package org.portaldesk.contract.result;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Which proxies a hold is against. On the wire {@code "ALL"}, {@code "NONE"} or a list of grants.
 *
 * @param all whoever has or will have a grant
 * @param grants empty when {@code all}
 */
public record WithheldProxies(boolean all, List<UUID> grants) {

    public static final WithheldProxies ALL = new WithheldProxies(true, List.of());
    public static final WithheldProxies NONE = new WithheldProxies(false, List.of());

    public WithheldProxies {
        grants = List.copyOf(grants);
    }

    /** Whether it is against nobody. */
    public boolean none() {
        return !all && grants.isEmpty();
    }

    /**
     * @throws IllegalArgumentException for anything but a word of the two or a list of ids
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static WithheldProxies of(Object said) {
        return switch (said) {
            case String word when word.equals("ALL") -> ALL;
            case String word when word.equals("NONE") -> NONE;
            case Collection<?> ids ->
                    new WithheldProxies(
                            false,
                            ids.stream().map(id -> UUID.fromString(String.valueOf(id))).toList());
            default -> throw new IllegalArgumentException("Neither ALL, NONE nor a list");
        };
    }

    /** As it was said. */
    @JsonValue
    public Object said() {
        return all ? "ALL" : grants.isEmpty() ? "NONE" : grants;
    }
}
