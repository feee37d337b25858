package org.portaldesk.api;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.UUID;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The house, held by rules. {@link ArchitectureRulesTest} shows that each of them can fail. */
@AnalyzeClasses(
        packages = "org.portaldesk.api",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule MODEL_IS_PLAIN_JAVA =
            noClasses()
                    .that()
                    .resideInAPackage("..model..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "reactor..",
                            "io.r2dbc..",
                            "org.reactivestreams..",
                            "tools.jackson..",
                            "..store..",
                            "..web..")
                    .because(
                            "a rule must be readable and testable without a server, a database or a scheduler");

    @ArchTest
    static final ArchRule WEB_LEAVES_STORE_ALONE =
            noClasses()
                    .that()
                    .resideInAPackage("..web..")
                    .and(resideOutsideOfPackages("..platform.."))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..store..")
                    .because(
                            "a controller speaks to the feature's front door; only there an act is whole");

    @ArchTest
    static final ArchRule FEATURES_MAKE_NO_CYCLE =
            slices().matching("org.portaldesk.api.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("a feature must be understood without the ones that use it");

    @ArchTest
    static final ArchRule PLATFORM_USES_NO_FEATURE =
            noClasses()
                    .that()
                    .resideInAPackage("org.portaldesk.api.platform..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("org.portaldesk.api..")
                                    .and(
                                            resideOutsideOfPackages(
                                                    "org.portaldesk.api.platform..",
                                                    "org.portaldesk.api")))
                    .because("everything stands on the platform");

    @ArchTest
    static final ArchRule AUDIT_USES_NO_FEATURE =
            noClasses()
                    .that()
                    .resideInAPackage("org.portaldesk.api.audit..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("org.portaldesk.api..")
                                    .and(
                                            resideOutsideOfPackages(
                                                    "org.portaldesk.api.platform..",
                                                    "org.portaldesk.api.audit..",
                                                    "org.portaldesk.api")))
                    .because(
                            "every feature writes the record, so the record can know none of them");

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_NOT_PUBLIC =
            classes()
                    .that()
                    .areAnnotatedWith(RestController.class)
                    .should()
                    .bePackagePrivate()
                    .because("nobody but HTTP calls a controller");

    @ArchTest
    static final ArchRule NOBODY_BLOCKS =
            noClasses()
                    .should()
                    .callMethodWhere(
                            target(
                                            nameMatching(
                                                    "block|blockFirst|blockLast|blockOptional|toIterable|toStream"))
                                    .and(
                                            target(
                                                    owner(
                                                            assignableTo(Mono.class)
                                                                    .or(
                                                                            assignableTo(
                                                                                    Flux.class))))))
                    .because("one blocked event loop stops half of all requests");

    @ArchTest
    static final ArchRule IDS_COME_FROM_THE_DATABASE =
            noClasses()
                    .should()
                    .callMethod(UUID.class, "randomUUID")
                    .because(
                            "ids are uuidv7() of the database; the JDK's generator may block an event loop");

    @ArchTest
    static final ArchRule TIMES_HAVE_A_ZONE =
            noFields()
                    .should()
                    .haveRawType(LocalDateTime.class)
                    .orShould()
                    .haveRawType(Date.class)
                    .because("a moment that is kept without a zone is an hour off twice a year");

    @ArchTest
    static final ArchRule NO_TYPE_NAMED_FOR_ITS_PLACE =
            noClasses()
                    .should()
                    .haveSimpleNameEndingWith("Impl")
                    .orShould()
                    .haveSimpleNameEndingWith("Util")
                    .orShould()
                    .haveSimpleNameEndingWith("Utils")
                    .orShould()
                    .haveSimpleNameEndingWith("Dto")
                    .because("a name says what a thing is in this field");

    @ArchTest
    static final ArchRule NO_DRAWER_FOR_LEFTOVERS =
            noClasses()
                    .should()
                    .resideInAnyPackage("..util..", "..common..", "..impl..", "..dto..")
                    .because("what has no feature has not been thought about");
}
