package org.portaldesk.keycloak;

import org.keycloak.models.AbstractKeycloakTransaction;

/** Is done when a transaction has ended, however it ended. */
final class Ending extends AbstractKeycloakTransaction {

    private final Runnable act;

    Ending(Runnable act) {
        this.act = act;
    }

    @Override
    protected void commitImpl() {
        act.run();
    }

    @Override
    protected void rollbackImpl() {
        act.run();
    }
}
