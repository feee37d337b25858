package org.portaldesk.api.intake;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Numbers such as {@code 1e999999}: a few characters that the FHIR parser would write out in a
 * million digits, and be busy with for minutes. They are looked for before it sees them.
 */
final class AbsurdNumbers {

    /** Cheap, and finds some ids and texts as well; only then the tokens are looked at. */
    private static final Pattern SUSPECT = Pattern.compile("[0-9.][eE][+-]?[0-9]{3}");

    private static final Pattern LONG_EXPONENT = Pattern.compile(".*[eE][+-]?[0-9]{3,}");
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private AbsurdNumbers() {}

    /** Whether a number in the text has an exponent of three digits or more. */
    static boolean in(String json) {
        return SUSPECT.matcher(json).find() && inTokens(json);
    }

    private static boolean inTokens(String json) {
        try (var tokens = JSON.createParser(ObjectReadContext.empty(), json)) {
            for (var token = tokens.nextToken(); token != null; token = tokens.nextToken()) {
                if (token == JsonToken.VALUE_NUMBER_FLOAT
                        && LONG_EXPONENT.matcher(tokens.getString()).matches()) {
                    return true;
                }
            }
            return false;
        } catch (JacksonException noJson) {
            // The FHIR parser will say so.
            return false;
        }
    }
}
