package org.portaldesk.realm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A realm as its file says it, in Keycloak's own shape, every {@code ${PORTAL_DESK_…}} filled in.
 *
 * @param content the realm
 * @param profile what a user of the realm may have as attributes; Keycloak keeps it apart from the
 *     realm
 */
public record RealmFile(ObjectNode content, Optional<JsonNode> profile) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(PORTAL_DESK_[A-Z_]+)}");

    /**
     * Reads one of this module's realms.
     *
     * @param name {@code staff} or {@code patients}
     * @param values what stands for the placeholders, by the name of its environment variable
     * @throws IllegalArgumentException when a placeholder has no value, or an empty one
     */
    public static RealmFile named(String name, Map<String, String> values) {
        JsonNode content =
                resource(name + ".json")
                        .orElseThrow(() -> new IllegalArgumentException("No realm " + name));
        return new RealmFile(content.asObject(), resource(name + "-profile.json")).filled(values);
    }

    /**
     * This realm, and more for a system that is there to be tried out: what stands in lists is
     * added to theirs.
     *
     * @param addition in the same shape
     */
    public RealmFile with(JsonNode addition, Map<String, String> values) {
        ObjectNode more = addition.deepCopy().asObject();
        fill(more, values);
        ObjectNode both = content.deepCopy();
        more.properties()
                .forEach(list -> both.withArray(list.getKey()).addAll(list.getValue().asArray()));
        return new RealmFile(both, profile);
    }

    /** The realm's name. */
    public String name() {
        return content.path("realm").stringValue();
    }

    /** Changes when anything in the file, in its profile or in a filled-in value changes. */
    public String fingerprint() {
        String everything = content + profile.map(JsonNode::toString).orElse("");
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(sha256.digest(everything.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private RealmFile filled(Map<String, String> values) {
        fill(content, values);
        return this;
    }

    private static void fill(JsonNode node, Map<String, String> values) {
        switch (node) {
            case ObjectNode object ->
                    object.properties()
                            .forEach(field -> field.setValue(filledIn(field.getValue(), values)));
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, filledIn(array.get(i), values));
                }
            }
            default -> {}
        }
    }

    private static JsonNode filledIn(JsonNode node, Map<String, String> values) {
        if (node instanceof StringNode text) {
            return StringNode.valueOf(
                    PLACEHOLDER
                            .matcher(text.stringValue())
                            .replaceAll(found -> value(found, values)));
        }
        fill(node, values);
        return node;
    }

    private static String value(MatchResult found, Map<String, String> values) {
        String value = values.getOrDefault(found.group(1), "");
        if (value.isBlank()) {
            throw new IllegalArgumentException("The realm needs a value for " + found.group(1));
        }
        return java.util.regex.Matcher.quoteReplacement(value);
    }

    private static Optional<JsonNode> resource(String name) {
        try (InputStream in = RealmFile.class.getResourceAsStream(name)) {
            return Optional.ofNullable(in).map(JSON::readTree);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + Objects.requireNonNull(name), e);
        }
    }
}
