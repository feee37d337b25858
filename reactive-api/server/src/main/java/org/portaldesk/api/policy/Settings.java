package org.portaldesk.api.policy;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** The values in force at one moment. */
public final class Settings {

    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);

    private final Map<String, JsonNode> values;

    Settings(Map<String, JsonNode> values) {
        this.values = Map.copyOf(values);
    }

    /** What a hospital has that has set nothing. */
    public static Settings shipped() {
        return new Settings(Map.of());
    }

    /**
     * What the hospital set, or what ships; a value that breaks the setting's bounds is not used.
     */
    public <T> T get(Setting<T> setting) {
        var value = values.get(setting.name());
        if (value == null) {
            return setting.shipped();
        }
        try {
            return setting.reader().apply(value);
        } catch (IllegalArgumentException outOfBounds) {
            LOG.warn(
                    "Setting {} is {}: the shipped value counts",
                    setting.name(),
                    outOfBounds.getMessage());
            return setting.shipped();
        }
    }
}
