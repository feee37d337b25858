package org.portaldesk.console.shell;

import java.util.List;

/**
 * What a family of screens tells the shell about itself. The shell knows no family; each one's
 * public {@code …Navigation} is a bean of this type.
 */
public interface ScreenFamily {

    /** Its entries in navigation and palette. */
    List<Destination> destinations();
}
