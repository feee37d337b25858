package org.portaldesk.console.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.portaldesk.contract.identity.Me;
import org.portaldesk.contract.identity.MeApi;
import org.portaldesk.contract.identity.Permission;
import org.portaldesk.contract.portal.PortalCodeRequestApi;
import org.portaldesk.contract.privacy.ReadingApi;
import org.portaldesk.contract.privacy.ReadingApi.ReadingBudget;
import org.portaldesk.contract.request.PhoneCodeRequestApi;
import org.portaldesk.contract.work.ForecastApi;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import reactor.core.publisher.Mono;

/** The API in memory in the place of the proxies. */
@TestConfiguration(proxyBeanMethods = false)
public class FakeDesk {

    /** Nobody signs in at Keycloak here; a sign-in goes on as it began. */
    @Bean
    @Primary
    OAuth2AuthorizedClientManager signIns(ClientRegistrationRepository registrations) {
        var begin = Instant.now();
        var token =
                new OAuth2AccessToken(
                        OAuth2AccessToken.TokenType.BEARER,
                        "of-nobody",
                        begin,
                        begin.plus(Duration.ofHours(12)));
        return request ->
                new OAuth2AuthorizedClient(
                        Objects.requireNonNull(
                                registrations.findByRegistrationId(
                                        request.getClientRegistrationId())),
                        request.getPrincipal().getName(),
                        token);
    }

    @Bean
    Desk desk() {
        return new Desk();
    }

    @Bean
    @Primary
    TypedDrafts typedDrafts() {
        return new TypedDrafts();
    }

    @Bean
    @Primary
    Patients patients(Desk desk) {
        return new Patients(desk);
    }

    @Bean
    @Primary
    Codes codes(Desk desk) {
        return new Codes(desk);
    }

    @Bean
    @Primary
    MeApi fakeMe(Desk desk) {
        return () -> desk.read("me", () -> me(desk));
    }

    private static Me me(Desk desk) {
        var permissions =
                Arrays.stream(Permission.values())
                        .filter(one -> one.heldBy(desk.roles()))
                        .collect(Collectors.toSet());
        return new Me(
                "7e1f",
                "hana.kim",
                "Hana Kim",
                desk.roles(),
                permissions,
                new Me.Facility("Marshfield General", ZoneId.of("America/New_York")));
    }

    @Bean
    @Primary
    Results results(Desk desk) {
        return new Results(desk);
    }

    @Bean
    @Primary
    Directory directory(Desk desk) {
        return new Directory(desk);
    }

    @Bean
    @Primary
    Ledger ledger(Desk desk) {
        return new Ledger(desk);
    }

    @Bean
    @Primary
    Disclosures disclosures(Desk desk) {
        return new Disclosures(desk);
    }

    @Bean
    @Primary
    Events events(Desk desk) {
        return new Events(desk);
    }

    @Bean
    @Primary
    StaffLocks staffLocks(Desk desk) {
        return new StaffLocks(desk);
    }

    @Bean
    @Primary
    ReadingApi reasons(Desk desk) {
        return why ->
                Mono.defer(
                        () -> {
                            desk.is(Desk.Mood.ANSWERS);
                            return desk.act(
                                    "explain " + why.reason(), () -> new ReadingBudget(400, 600));
                        });
    }

    @Bean
    @Primary
    Searches searches(Desk desk) {
        return new Searches(desk);
    }

    @Bean
    @Primary
    Overrides overrides(Desk desk) {
        return new Overrides(desk);
    }

    @Bean
    @Primary
    Requests requests(Desk desk) {
        return new Requests(desk);
    }

    @Bean
    @Primary
    Letters letters(Desk desk) {
        return new Letters(desk);
    }

    @Bean
    @Primary
    Accounts accounts(Desk desk) {
        return new Accounts(desk);
    }

    @Bean
    @Primary
    PhoneCalls phoneCalls(Desk desk) {
        return new PhoneCalls(desk);
    }

    @Bean
    @Primary
    Cases cases(Desk desk) {
        return new Cases(desk);
    }

    @Bean
    @Primary
    Looks looks(Desk desk) {
        return new Looks(desk);
    }

    @Bean
    @Primary
    Seals seals(Desk desk) {
        return new Seals(desk);
    }

    @Bean
    @Primary
    Reports reports(Desk desk) {
        return new Reports(desk);
    }

    @Bean
    @Primary
    ProxyRequests proxyRequests(Desk desk) {
        return new ProxyRequests(desk);
    }

    @Bean
    @Primary
    ProxyUploads proxyUploads(Desk desk, ProxyRequests requests) {
        return new ProxyUploads(desk, requests);
    }

    @Bean
    @Primary
    Grants grants(Desk desk) {
        return new Grants(desk);
    }

    @Bean
    @Primary
    AccessPolicies accessPolicies(Desk desk) {
        return new AccessPolicies(desk);
    }

    @Bean
    @Primary
    ForecastApi forecasts(Desk desk) {
        return () ->
                desk.read(
                        "forecast",
                        () ->
                                new ForecastApi.Forecast(
                                        Instant.now(),
                                        List.of(
                                                new ForecastApi.Backlog(
                                                        "PROXY_REQUESTS",
                                                        Instant.now().plus(Duration.ofHours(6)),
                                                        7,
                                                        1,
                                                        1,
                                                        2,
                                                        2,
                                                        1,
                                                        2))));
    }

    @Bean
    @Primary
    Junk junk(Desk desk) {
        return new Junk(desk);
    }

    @Bean
    @Primary
    PhoneCodeRequestApi phoneRequests(Desk desk) {
        return (request, language, key) ->
                desk.act(
                        "take request of " + request.familyName() + " in " + language,
                        () -> new PortalCodeRequestApi.Received("KXT4-9PWR"));
    }

    @Bean
    @Primary
    Restrictions restrictions(Desk desk) {
        return new Restrictions(desk);
    }
}
