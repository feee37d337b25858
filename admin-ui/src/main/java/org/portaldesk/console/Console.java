package org.portaldesk.console;

import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The console of the staff. */
@SpringBootApplication
public class Console {

    public static void main(String[] args) {
        // Languages that the console does not speak fall back to this, not to the machine's own.
        Locale.setDefault(Locale.ENGLISH);
        SpringApplication.run(Console.class, args);
    }
}
