package org.portaldesk.console.gateway;

import io.netty.channel.ChannelOption;
import org.portaldesk.contract.account.AccountActApi;
import org.portaldesk.contract.account.AccountApi;
import org.portaldesk.contract.activation.ActivationCodeApi;
import org.portaldesk.contract.activation.ContactOverrideApi;
import org.portaldesk.contract.audit.AuditApi;
import org.portaldesk.contract.draft.DraftApi;
import org.portaldesk.contract.identity.MeApi;
import org.portaldesk.contract.letter.LetterApi;
import org.portaldesk.contract.patient.PatientApi;
import org.portaldesk.contract.policy.PolicyApi;
import org.portaldesk.contract.policy.PolicySimulationApi;
import org.portaldesk.contract.privacy.ReadingApi;
import org.portaldesk.contract.privacy.RestrictionApi;
import org.portaldesk.contract.proxy.ProxyApi;
import org.portaldesk.contract.proxy.ProxyRequestApi;
import org.portaldesk.contract.request.CodeRequestApi;
import org.portaldesk.contract.request.CodeRequestJunkApi;
import org.portaldesk.contract.request.PhoneCodeRequestApi;
import org.portaldesk.contract.staff.StaffLockApi;
import org.portaldesk.contract.takeover.TakeoverCaseApi;
import org.portaldesk.contract.verification.VerificationApi;
import org.portaldesk.contract.verification.VerificationOverrideApi;
import org.portaldesk.contract.work.ForecastApi;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import reactor.netty.http.client.HttpClient;

/** The contract's interfaces, answered by the API. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiSettings.class)
class GatewayConfiguration {

    /** A batch of two hundred letters fits; nothing else comes near. */
    private static final int LARGEST_ANSWER = 64 * 1024 * 1024;

    @Bean
    HttpServiceProxyFactory apiProxies(WebClient.Builder builder, ApiSettings settings) {
        var http =
                HttpClient.create()
                        .option(
                                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                                (int) settings.connectTimeout().toMillis())
                        .responseTimeout(settings.timeout());
        var client =
                builder.baseUrl(settings.url().toString())
                        .clientConnector(new ReactorClientHttpConnector(http))
                        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
                        .filter(new FailureFilter())
                        .filter(new BearerFilter())
                        .build();
        return HttpServiceProxyFactory.builderFor(WebClientAdapter.create(client)).build();
    }

    @Bean
    MeApi meApi(HttpServiceProxyFactory proxies) {
        return proxies.createClient(MeApi.class);
    }

    @Bean
    StaffLockApi staffLockApi(HttpServiceProxyFactory proxies) {
        return proxies.createClient(StaffLockApi.class);
    }

    @Bean
    ReadingApi readingApi(HttpServiceProxyFactory proxies) {
        return proxies.createClient(ReadingApi.class);
    }

    @Bean
    DraftApi draftApi(HttpServiceProxyFactory proxies) {
        return proxies.createClient(DraftApi.class);
    }

    @Bean
    PatientApi patientApi(HttpServiceProxyFactory proxies) {
        return proxies.createClient(PatientApi.class);
    }

    @Bean
    AuditApi auditApi(HttpServiceProxyFactory proxies) {
        return proxies.createClient(AuditApi.class);
    }

    @Bean
    ActivationCodeApi activationCodeApi(HttpServiceProxyFactory proxies) {
        return proxies.createClient(ActivationCodeApi.class);
    }

    @Bean
    ContactOverrideApi contactOverrideApi(HttpServiceProxyFactory proxies) {
        return proxies.createClient(ContactOverrideApi.class);
    }

    @Bean
    CodeRequestApi codeRequestApi(HttpServiceProxyFactory proxies) {
        return proxies.createClient(CodeRequestApi.class);
    }

    @Bean
    CodeRequestJunkApi codeRequestJunkApi(HttpServiceProxyFactory proxies) {
        return proxies.createClient(CodeRequestJunkApi.class);
    }

    @Bean
    LetterApi letterApi(HttpServiceProxyFactory proxies) {
        return proxies.createClient(LetterApi.class);
    }

    @Bean
    AccountApi accountApi(HttpServiceProxyFactory proxies) {
        return proxies.createClient(AccountApi.class);
    }

    @Bean
    AccountActApi accountActApi(HttpServiceProxyFactory proxies) {
        return proxies.createClient(AccountActApi.class);
    }

    @Bean
    VerificationApi verificationApi(HttpServiceProxyFactory proxies) {
        return proxies.createClient(VerificationApi.class);
    }

    @Bean
    VerificationOverrideApi verificationOverrideApi(HttpServiceProxyFactory proxies) {
        return proxies.createClient(VerificationOverrideApi.class);
    }

    @Bean
    TakeoverCaseApi takeoverCaseApi(HttpServiceProxyFactory proxies) {
        return proxies.createClient(TakeoverCaseApi.class);
    }

    @Bean
    PhoneCodeRequestApi phoneCodeRequestApi(HttpServiceProxyFactory proxies) {
        return proxies.createClient(PhoneCodeRequestApi.class);
    }

    @Bean
    ProxyRequestApi proxyRequestApi(HttpServiceProxyFactory proxies) {
        return proxies.createClient(ProxyRequestApi.class);
    }

    @Bean
    FormUploadApi formUploadApi(HttpServiceProxyFactory proxies) {
        return proxies.createClient(FormUploadApi.class);
    }

    @Bean
    ProxyApi proxyApi(HttpServiceProxyFactory proxies) {
        return proxies.createClient(ProxyApi.class);
    }

    @Bean
    ForecastApi forecastApi(HttpServiceProxyFactory proxies) {
        return proxies.createClient(ForecastApi.class);
    }

    @Bean
    PolicyApi policyApi(HttpServiceProxyFactory proxies) {
        return proxies.createClient(PolicyApi.class);
    }

    @Bean
    PolicySimulationApi policySimulationApi(HttpServiceProxyFactory proxies) {
        return proxies.createClient(PolicySimulationApi.class);
    }

    @Bean
    RestrictionApi restrictionApi(HttpServiceProxyFactory proxies) {
        return proxies.createClient(RestrictionApi.class);
    }
}
