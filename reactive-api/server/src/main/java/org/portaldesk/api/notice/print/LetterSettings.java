package org.portaldesk.api.notice.print;

import java.util.Arrays;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param returnAddress the house's postal address below its name, lines separated by {@code |}
 * @param phone of the desk that answers for letters; empty where there is none
 */
@ConfigurationProperties("portal-desk.letter")
record LetterSettings(@DefaultValue("") String returnAddress, @DefaultValue("") String phone) {

    List<String> addressLines() {
        return Arrays.stream(returnAddress.split("\\|"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    String contact(String facility) {
        return phone.isBlank() ? facility : facility + ", " + phone.strip();
    }
}
