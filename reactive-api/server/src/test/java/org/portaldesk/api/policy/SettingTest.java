package org.portaldesk.api.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class SettingTest {

    private static final Setting<Integer> DAYS = Setting.number("days", 45, 1, 90);
    private static final Setting<Colour> COLOUR = Setting.choice("colour", Colour.RED);

    private enum Colour {
        RED,
        BLUE
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "90, 90", "0, 45", "91, 45", "1.5, 45", "'\"30\"', 45", "null, 45"})
    void aNumberOutsideItsBoundsDoesNotCount(String stored, int counts) {
        assertThat(settings("days", stored).get(DAYS)).isEqualTo(counts);
    }

    @ParameterizedTest
    @CsvSource({"'\"BLUE\"', BLUE", "'\"GREEN\"', RED", "7, RED"})
    void aWordThatIsNoneOfTheChoicesDoesNotCount(String stored, Colour counts) {
        assertThat(settings("colour", stored).get(COLOUR)).isEqualTo(counts);
    }

    private static Settings settings(String name, String json) {
        return new Settings(Map.of(name, JsonMapper.shared().readTree(json)));
    }
}
