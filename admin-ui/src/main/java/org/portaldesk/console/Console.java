package org.portaldesk.console;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The console of the staff. */
@SpringBootApplication
public class Console {

    public static void main(String[] args) {
        SpringApplication.run(Console.class, args);
    }
}
