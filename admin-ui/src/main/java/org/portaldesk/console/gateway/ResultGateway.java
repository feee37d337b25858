package org.portaldesk.console.gateway;

import org.portaldesk.contract.clinician.ClinicianApi;
import org.portaldesk.contract.result.BulkApi;
import org.portaldesk.contract.result.DisclosureCaseApi;
import org.portaldesk.contract.result.HoldLedgerApi;
import org.portaldesk.contract.result.ResultApi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** The contract's interfaces about results, answered by the API. */
@Configuration(proxyBeanMethods = false)
class ResultGateway {

    @Bean
    ResultApi resultApi(HttpServiceProxyFactory proxies) {
        return proxies.createClient(ResultApi.class);
    }

    @Bean
    BulkApi bulkApi(HttpServiceProxyFactory proxies) {
        return proxies.createClient(BulkApi.class);
    }

    @Bean
    HoldLedgerApi holdLedgerApi(HttpServiceProxyFactory proxies) {
        return proxies.createClient(HoldLedgerApi.class);
    }

    @Bean
    ClinicianApi clinicianApi(HttpServiceProxyFactory proxies) {
        return proxies.createClient(ClinicianApi.class);
    }

    @Bean
    DisclosureCaseApi disclosureCaseApi(HttpServiceProxyFactory proxies) {
        return proxies.createClient(DisclosureCaseApi.class);
    }
}
