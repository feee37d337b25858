package org.portaldesk.api.activation.web;

import java.time.Duration;
import org.portaldesk.api.account.KeycloakAway;
import org.portaldesk.api.activation.Redemptions;
import org.portaldesk.api.activation.model.Redemption;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.contract.portal.Activate;
import org.portaldesk.contract.portal.PortalActivationApi;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class RedemptionController implements PortalActivationApi {

    private static final Duration KEYCLOAK_BACK = Duration.ofSeconds(30);

    private final Redemptions redemptions;

    RedemptionController(Redemptions redemptions) {
        this.redemptions = redemptions;
    }

    @Override
    @ResponseStatus(HttpStatus.CREATED)
    public Mono<Activated> activate(Activate wish) {
        return Caller.current()
                .flatMap(caller -> redemptions.redeem(caller, wish))
                .onErrorMap(KeycloakAway.class, away -> later())
                .map(RedemptionController::answer);
    }

    private static Activated answer(Redemption redemption) {
        return switch (redemption) {
            case Redemption.Opened(var username) -> new Activated(username);
            case Redemption.Refused() -> throw refused();
            case Redemption.ShutOut(var wait) -> throw shutOut(wait);
            case Redemption.UsernameTaken() -> throw taken();
            case Redemption.Unfit(var field) ->
                    throw ProblemException.invalid(field, whatHelps(field));
        };
    }

    private static String whatHelps(String field) {
        return switch (field) {
            case "email" -> "must be an address that is yours alone";
            case "password" ->
                    "must not hold your name or birth date, nor be easy to guess:"
                            + " well-known words, years, repeated characters, rows of keys";
            default -> "does not meet the rules";
        };
    }

    /** The one refusal: whatever was wrong, this is all that is said. */
    private static ProblemException refused() {
        return ProblemException.of(
                ProblemCode.ACTIVATION_REFUSED,
                "Check the code, the birth date and the last four digits, or ask for a new code.");
    }

    private static ProblemException shutOut(Duration wait) {
        return ProblemException.later(
                ProblemCode.TOO_MANY_REQUESTS, "Too many attempts failed. Try again later.", wait);
    }

    private static ProblemException taken() {
        return ProblemException.of(
                ProblemCode.USERNAME_TAKEN, "Somebody else has this username. Choose another.");
    }

    private static ProblemException later() {
        return ProblemException.later(
                ProblemCode.UNAVAILABLE,
                "Accounts cannot be opened right now. Try again in a little while.",
                KEYCLOAK_BACK);
    }
}
