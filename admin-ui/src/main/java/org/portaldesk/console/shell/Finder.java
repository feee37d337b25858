package org.portaldesk.console.shell;

import java.util.List;
import org.portaldesk.contract.identity.Permission;
import reactor.core.publisher.Mono;

/** Lets the command palette find things of a screen family. */
public interface Finder {

    /**
     * @param title what it is, such as a person's name
     * @param detail what tells it from others of that name
     * @param path where it is shown
     */
    record Found(String title, String detail, String path) {}

    /** Who may look. */
    Permission needs();

    /** The best few for these words. */
    Mono<List<Found>> find(String words);
}
