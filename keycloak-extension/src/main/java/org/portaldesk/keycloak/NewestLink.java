package org.portaldesk.keycloak;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.keycloak.TokenVerifier.Predicate;
import org.keycloak.authentication.actiontoken.ActionTokenContext;
import org.keycloak.authentication.actiontoken.TokenUtils;
import org.keycloak.authentication.actiontoken.execactions.ExecuteActionsActionToken;
import org.keycloak.authentication.actiontoken.execactions.ExecuteActionsActionTokenHandler;
import org.keycloak.events.Errors;
import org.keycloak.services.messages.Messages;

/**
 * Lets only the newest of a user's links work. Keycloak's own handler lets each work until it is
 * used or an hour old.
 *
 * <p>Portal Desk names each link in the address to which it leads in the end, and the newest one in
 * the user's attribute {@code reset_link}. A link that names none is not ours, and left alone.
 *
 * @see "docs/decisions/0064-earlier-links-end.md"
 */
public final class NewestLink extends ExecuteActionsActionTokenHandler {

    private static final String NEWEST = "reset_link";
    private static final String NAMED = "?link=";

    /** Goes before the handler of the same name that Keycloak ships. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public Predicate<? super ExecuteActionsActionToken>[] getVerifiers(
            ActionTokenContext<ExecuteActionsActionToken> context) {
        var shipped = super.getVerifiers(context);
        var all = Arrays.copyOf(shipped, shipped.length + 1);
        all[shipped.length] =
                TokenUtils.checkThat(
                        token -> isNewest(token, context),
                        Errors.EXPIRED_CODE,
                        Messages.EXPIRED_ACTION_TOKEN_NO_SESSION);
        return all;
    }

    private static boolean isNewest(
            ExecuteActionsActionToken token,
            ActionTokenContext<ExecuteActionsActionToken> context) {
        var named = named(token.getRedirectUri());
        var user = context.getAuthenticationSession().getAuthenticatedUser();
        return named == null || named.equals(user.getFirstAttribute(NEWEST));
    }

    private static @Nullable String named(@Nullable String address) {
        return address == null || !address.contains(NAMED)
                ? null
                : address.substring(address.indexOf(NAMED) + NAMED.length());
    }
}
