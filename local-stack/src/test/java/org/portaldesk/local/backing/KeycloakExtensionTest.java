package org.portaldesk.local.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeycloakExtensionTest {

    @TempDir private Path folder;

    @Test
    void theJarHoldsClassesServicesWordsAndMessagesAndNothingElse() throws IOException {
        KeycloakExtension.writeTo(folder);
        var held = new ArrayList<String>();
        try (var jar = new ZipFile(folder.resolve("portal-desk.jar").toFile())) {
            jar.stream().map(ZipEntry::getName).forEach(held::add);
        }
        assertThat(held)
                .contains(
                        "META-INF/services/org.keycloak.policy.PasswordPolicyProviderFactory",
                        "org/portaldesk/keycloak/Unguessable.class",
                        "org/portaldesk/keycloak/well-known-words.txt",
                        "theme-resources/messages/messages_es.properties")
                .doesNotHaveDuplicates()
                .allMatch(
                        name ->
                                name.startsWith("org/portaldesk/keycloak/")
                                        || name.startsWith("theme-resources/")
                                        || name.startsWith("META-INF/services/org.keycloak."));
    }
}
