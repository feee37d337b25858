package org.portaldesk.api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The API of Portal Desk. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ReactiveApi {

    public static void main(String[] args) {
        SpringApplication.run(ReactiveApi.class, args);
    }
}
