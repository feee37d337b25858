package org.portaldesk.local.process;

/** A server that has been started. Closing ends it. */
public interface Running extends AutoCloseable {

    /** Whether its process still lives. */
    boolean alive();

    @Override
    void close();
}
