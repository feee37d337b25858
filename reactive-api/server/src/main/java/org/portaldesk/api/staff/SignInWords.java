package org.portaldesk.api.staff;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.staff.keycloak.SignInEvent;
import org.portaldesk.api.staff.model.StaffAct;
import org.portaldesk.api.staff.model.StaffEvent;

/** What people do at Keycloak's own pages, in the record's words. */
final class SignInWords {

    private static final Map<String, StaffAct> ACTS =
            Map.of(
                    "LOGIN", StaffAct.SIGNED_IN,
                    "LOGIN_ERROR", StaffAct.SIGN_IN_FAILED,
                    "LOGOUT", StaffAct.SIGNED_OUT,
                    "USER_DISABLED_BY_TEMPORARY_LOCKOUT", StaffAct.LOCKED_OUT,
                    "USER_DISABLED_BY_PERMANENT_LOCKOUT", StaffAct.LOCKED_OUT,
                    "IMPERSONATE", StaffAct.IMPERSONATED);

    /** What is asked for. */
    static final List<String> TYPES = ACTS.keySet().stream().sorted().toList();

    private static final Map<String, String> REASONS =
            Map.of(
                    "invalid_user_credentials", "WRONG_PASSWORD",
                    "user_not_found", "UNKNOWN_NAME",
                    "user_disabled", "ACCOUNT_DISABLED",
                    "user_temporarily_disabled", "LOCKED_OUT");

    /** Strangers choose what a failed sign-in says of its program. */
    private static final Pattern CLIENT = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private static final Pattern CODE = Pattern.compile("[a-z][a-z_]{2,59}");

    private SignInWords() {}

    static StaffEvent of(SignInEvent event) {
        var act = Objects.requireNonNull(ACTS.get(event.type()), event.type());
        return new StaffEvent(
                event.id(),
                Instant.ofEpochMilli(event.time()),
                act,
                event.userId(),
                act == StaffAct.SIGNED_IN ? detail(event, "username") : null,
                Addresses.readable(event.ipAddress()),
                "staff",
                event.userId(),
                reason(event, act),
                after(event));
    }

    private static @Nullable String reason(SignInEvent event, StaffAct act) {
        if (!act.isRefusal()) {
            return null;
        }
        return act == StaffAct.LOCKED_OUT
                ? "TOO_MANY_WRONG_PASSWORDS"
                : code(Optional.ofNullable(event.error()).orElse(""));
    }

    private static String code(String error) {
        var known = REASONS.get(error);
        if (known != null) {
            return known;
        }
        return CODE.matcher(error).matches() ? error.toUpperCase(Locale.ROOT) : "OTHER";
    }

    private static Map<String, Object> after(SignInEvent event) {
        var after = new LinkedHashMap<String, Object>();
        var client = event.clientId();
        if (client != null && CLIENT.matcher(client).matches()) {
            after.put("client", client);
        }
        var impersonator = detail(event, "impersonator");
        if (impersonator != null) {
            after.put("impersonator", impersonator);
        }
        return after;
    }

    private static @Nullable String detail(SignInEvent event, String name) {
        var details = event.details();
        return details == null ? null : Words.bounded(details.get(name));
    }
}
