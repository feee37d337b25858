package org.portaldesk.keycloak;

import org.keycloak.models.UserModel;
import org.keycloak.models.utils.UserModelDelegate;

/** Takes the address along to where Keycloak hands on nothing but the user's id. */
final class PairedUser extends UserModelDelegate {

    private final Pair pair;

    PairedUser(UserModel user, Pair pair) {
        super(user);
        this.pair = pair;
    }

    @Override
    public String getId() {
        return pair.toString();
    }
}
