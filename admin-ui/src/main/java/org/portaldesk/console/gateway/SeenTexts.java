package org.portaldesk.console.gateway;

import org.portaldesk.contract.Printable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * What people paste holds characters that nobody sees, such as those with which web pages break
 * lines. The API refuses them; they are left out here, since nobody could find them.
 */
@Configuration(proxyBeanMethods = false)
class SeenTexts {

    @Bean
    JacksonModule seenTextsModule() {
        return new SimpleModule("seen-texts").addSerializer(String.class, new Seen());
    }

    private static final class Seen extends StdSerializer<String> {

        Seen() {
            super(String.class);
        }

        @Override
        public void serialize(String text, JsonGenerator json, SerializationContext context) {
            json.writeString(Printable.seen(text));
        }
    }
}
