package org.portaldesk.api.intake;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Finds a name that stands twice in one JSON object. The FHIR parser would take the last of the
 * two; whoever passed the text on may have taken the first.
 *
 * @see "https://hl7.org/fhir/R4/json.html: property names are unique"
 */
final class NamedTwice {

    private static final JsonFactory JSON = JsonFactory.builder().build();

    private NamedTwice() {}

    /** The first such name; null for none, and for what is no JSON: the FHIR parser will say so. */
    static @Nullable String in(String json) {
        try (var tokens = JSON.createParser(ObjectReadContext.empty(), json)) {
            return among(tokens);
        } catch (JacksonException noJson) {
            return null;
        }
    }

    private static @Nullable String among(JsonParser tokens) {
        var open = new ArrayDeque<Set<String>>();
        for (var token = tokens.nextToken(); token != null; token = tokens.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                open.push(new HashSet<>());
            } else if (token == JsonToken.END_OBJECT) {
                open.pop();
            } else if (token == JsonToken.PROPERTY_NAME
                    && !open.element().add(tokens.currentName())) {
                return tokens.currentName();
            }
        }
        return null;
    }
}
