package org.portaldesk.api.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.account.Member;
import org.portaldesk.api.account.keycloak.KeycloakEvents;
import org.portaldesk.api.account.keycloak.KeycloakLocks;
import org.portaldesk.api.account.keycloak.KeycloakUsers;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/**
 * In the middle of a call nobody listens where Keycloak's Admin API should be, and then it does.
 */
@Import(SignInAwayIT.Line.class)
class SignInAwayIT extends DeskIT {

    private static final AtomicBoolean CUT = new AtomicBoolean();

    /** The line to Keycloak, which can be cut. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Line {

        private static final List<Class<?>> CLIENTS =
                List.of(KeycloakUsers.class, KeycloakLocks.class, KeycloakEvents.class);

        @Bean
        static BeanPostProcessor line() {
            var nobody =
                    HttpServiceProxyFactory.builderFor(
                                    WebClientAdapter.create(WebClient.create("http://127.0.0.1:9")))
                            .build();
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return CLIENTS.stream()
                            .filter(client -> client.isInstance(bean))
                            .findFirst()
                            .map(client -> cuttable(client, bean, nobody.createClient(client)))
                            .orElse(bean);
                }
            };
        }

        private static Object cuttable(Class<?> type, Object real, Object nobody) {
            return Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (_, method, arguments) -> {
                        try {
                            return method.invoke(CUT.get() ? nobody : real, arguments);
                        } catch (InvocationTargetException failure) {
                            throw failure.getTargetException();
                        }
                    });
        }
    }

    @AfterEach
    void mend() {
        CUT.set(false);
    }

    @Test
    void nothingIsPretendedNothingIsHalfDoneAndItWorksAgain() throws SQLException {
        var member = Member.active(database, backing());
        member.lockedOut();
        var verification = passed(agent(), member);
        CUT.set(true);

        act(agent(), member, "unlock", verification)
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After");
        agent().get()
                .uri("/api/patients/{id}/account", member.id())
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After");
        agent().get().uri("/api/accounts?state=LOCKED").exchange().expectStatus().isEqualTo(503);
        assertThat(reasons(member, "ACCOUNT_UNLOCKED")).containsExactly("KEYCLOAK_AWAY");
        assertThat(count("SELECT count(*) FROM email_message WHERE patient_id = ?", member.id()))
                .isZero();

        CUT.set(false);
        assertThat(member.canSignIn()).isFalse();
        assertThat(state(act(agent(), member, "unlock", verification))).isEqualTo("ACTIVE");
        assertThat(member.canSignIn()).isTrue();
    }
}
