package org.portaldesk.api.notice;

import java.util.Arrays;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who answers for letters and e-mails.
 *
 * @param returnAddress the house's postal address below its name, lines separated by {@code |}
 * @param phone of the desk; empty where there is none
 */
@ConfigurationProperties("portal-desk.sender")
public record SenderSettings(
        @DefaultValue("") String returnAddress, @DefaultValue("") String phone) {

    /** The lines of the return address below the house's name. */
    public List<String> addressLines() {
        return Arrays.stream(returnAddress.split("\\|"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Whom to ask, in half a sentence. */
    public String contact(String facility) {
        return phone.isBlank() ? facility : facility + ", " + phone.strip();
    }
}
