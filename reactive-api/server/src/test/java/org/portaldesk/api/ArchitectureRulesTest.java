package org.portaldesk.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that cannot fail holds nothing: each one is shown code that breaks it. */
class ArchitectureRulesTest {

    private static final JavaClasses BROKEN =
            new ClassFileImporter()
                    .importPackages(
                            "org.portaldesk.api.broken",
                            "org.portaldesk.api.brokentoo",
                            "org.portaldesk.api.platform.broken",
                            "org.portaldesk.api.audit.broken");

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void isSeenToFail(String name, ArchRule rule) {
        assertThat(rule.evaluate(BROKEN).hasViolation()).as(name).isTrue();
    }

    static Stream<Object[]> rules() {
        return Arrays.stream(ArchitectureTest.class.getDeclaredFields())
                .filter(field -> ArchRule.class.isAssignableFrom(field.getType()))
                .map(field -> new Object[] {field.getName(), value(field)});
    }

    private static Object value(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
