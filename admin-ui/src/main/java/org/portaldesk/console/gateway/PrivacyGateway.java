package org.portaldesk.console.gateway;

import org.portaldesk.contract.audit.AuditSealApi;
import org.portaldesk.contract.audit.SavedSearchApi;
import org.portaldesk.contract.privacy.AccessReportApi;
import org.portaldesk.contract.privacy.DisclosureApi;
import org.portaldesk.contract.privacy.WatchCaseApi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** The contract's interfaces of the privacy officer's desk, answered by the API. */
@Configuration(proxyBeanMethods = false)
class PrivacyGateway {

    @Bean
    AuditSealApi auditSealApi(HttpServiceProxyFactory proxies) {
        return proxies.createClient(AuditSealApi.class);
    }

    @Bean
    SavedSearchApi savedSearchApi(HttpServiceProxyFactory proxies) {
        return proxies.createClient(SavedSearchApi.class);
    }

    @Bean
    AccessReportApi accessReportApi(HttpServiceProxyFactory proxies) {
        return proxies.createClient(AccessReportApi.class);
    }

    @Bean
    DisclosureApi disclosureApi(HttpServiceProxyFactory proxies) {
        return proxies.createClient(DisclosureApi.class);
    }

    @Bean
    WatchCaseApi watchCaseApi(HttpServiceProxyFactory proxies) {
        return proxies.createClient(WatchCaseApi.class);
    }
}
