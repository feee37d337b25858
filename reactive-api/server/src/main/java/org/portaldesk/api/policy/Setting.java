package org.portaldesk.api.policy;

import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A rule's number or word that a hospital may set, with the value that ships.
 *
 * @param name as in the table {@code setting}, such as {@code activation.lifetime-days.letter}
 * @param reader turns a stored value into one that may be used; throws {@link
 *     IllegalArgumentException} for any other
 */
public record Setting<T>(String name, T shipped, Function<JsonNode, T> reader) {

    /** A whole number within bounds, both included. */
    public static Setting<Integer> number(String name, int shipped, int least, int most) {
        return new Setting<>(
                name,
                shipped,
                value -> {
                    if (!value.isInt() || value.asInt() < least || value.asInt() > most) {
                        throw new IllegalArgumentException("not within " + least + "–" + most);
                    }
                    return value.asInt();
                });
    }

    /** One of an enum's names. */
    public static <E extends Enum<E>> Setting<E> choice(String name, E shipped) {
        return new Setting<>(
                name,
                shipped,
                value -> Enum.valueOf(shipped.getDeclaringClass(), value.asString()));
    }
}
