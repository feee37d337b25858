package org.portaldesk.api.activation;

import java.util.Base64;
import org.portaldesk.api.activation.model.CodeKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ActivationConfiguration {

    @Bean
    CodeKey codeKey(@Value("${portal-desk.secret.code-key}") String base64) {
        return new CodeKey(Base64.getDecoder().decode(base64));
    }
}
