package org.portaldesk.api.account.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portaldesk.api.account.Accounts;
import org.portaldesk.api.account.KeycloakAway;
import org.portaldesk.api.platform.Caller;
import org.portaldesk.api.platform.paging.Sight;
import org.portaldesk.api.platform.problem.ProblemException;
import org.portaldesk.contract.Page;
import org.portaldesk.contract.account.AccountApi;
import org.portaldesk.contract.account.LockedAccount;
import org.portaldesk.contract.account.PortalAccount;
import org.portaldesk.contract.account.SignIn;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class AccountController implements AccountApi {

    private final Accounts accounts;

    AccountController(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Mono<PortalAccount> get(UUID patientId) {
        return Caller.current()
                .flatMap(caller -> accounts.get(caller, patientId))
                .switchIfEmpty(Mono.error(ProblemException::notFound))
                .onErrorMap(KeycloakAway.class, KeycloakAway::problem);
    }

    @Override
    public Mono<ResponseEntity<Page<LockedAccount>>> list(
            ListedState state,
            @Nullable String cursor,
            @Nullable Integer limit,
            @Nullable String seen) {
        return Caller.current()
                .flatMap(caller -> accounts.locked(caller, cursor, limit, seen))
                .map(Sight::answer)
                .onErrorMap(KeycloakAway.class, KeycloakAway::problem);
    }

    @Override
    public Mono<Page<SignIn>> signIns(
            UUID patientId, @Nullable String cursor, @Nullable Integer limit) {
        return Caller.current()
                .flatMap(caller -> accounts.signIns(caller, patientId, cursor, limit))
                .switchIfEmpty(Mono.error(ProblemException::notFound))
                .onErrorMap(KeycloakAway.class, KeycloakAway::problem);
    }
}
