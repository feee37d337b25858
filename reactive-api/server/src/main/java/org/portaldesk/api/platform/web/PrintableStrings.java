package org.portaldesk.api.platform.web;

import org.portaldesk.contract.Printable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.module.SimpleModule;

/**
 * Every string of every JSON body passes here, so that no feature has to think of control or
 * invisible characters.
 */
@Configuration(proxyBeanMethods = false)
class PrintableStrings {

    @Bean
    JacksonModule printableStringsModule() {
        return new SimpleModule("printable-strings").addDeserializer(String.class, new Strict());
    }

    private static final class Strict extends StdDeserializer<String> {

        private static final StringDeserializer PLAIN = StringDeserializer.instance;

        Strict() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) {
            var text = PLAIN.deserialize(json, context);
            if (!Printable.check(text)) {
                throw new InvalidFormatException(json, Printable.MESSAGE, null, String.class);
            }
            return text;
        }
    }
}
