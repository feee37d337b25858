package org.portaldesk.console;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.portaldesk.console.shell.Requires;
import org.portaldesk.console.widget.Typed;

/** The console's house rules. */
@AnalyzeClasses(
        packages = "org.portaldesk.console",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] FRAME = {
        "org.portaldesk.console",
        "..console.gateway..",
        "..console.review..",
        "..console.security..",
        "..console.shell..",
        "..console.widget.."
    };

    @ArchTest
    static final ArchRule familiesShowOnlyTheirNavigation =
            classes()
                    .that()
                    .resideOutsideOfPackages(FRAME)
                    .and()
                    .areTopLevelClasses()
                    .and()
                    .haveSimpleNameNotEndingWith("Navigation")
                    .and()
                    .haveSimpleNameNotEndingWith("Panel")
                    .and()
                    .doNotHaveSimpleName("package-info")
                    .should()
                    .notBePublic()
                    .because("a family is entered by its typed links, or embeds as a panel");

    @ArchTest
    static final ArchRule viewsArePackagePrivate =
            classes()
                    .that()
                    .areAnnotatedWith(Route.class)
                    .should()
                    .notBePublic()
                    .because("the router finds them; nobody else shall");

    @ArchTest
    static final ArchRule viewsSayWhatTheyRequire =
            classes()
                    .that()
                    .areAnnotatedWith(Route.class)
                    .and()
                    .resideOutsideOfPackage("..console.shell..")
                    .should()
                    .beAnnotatedWith(Requires.class)
                    .because("a screen that everybody may open is a decision, not an omission");

    @ArchTest
    static final ArchRule nobodyIsLetInByAnnotation =
            noClasses()
                    .should()
                    .beAnnotatedWith(PermitAll.class)
                    .because("the gate asks what the API permits");

    @ArchTest
    static final ArchRule stateKnowsNoComponent =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("State")
                    .and()
                    .areTopLevelClasses()
                    .and()
                    .areNotAssignableTo(Component.class)
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(Component.class)
                    .because("what a screen knows and does is tested without a screen");

    @ArchTest
    static final ArchRule gatewayKnowsNoScreen =
            noClasses()
                    .that()
                    .resideInAPackage("..console.gateway..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("org.portaldesk.console..")
                                    .and(not(resideInAPackage("..console.gateway.."))))
                    .because("it carries calls, whoever makes them");

    @ArchTest
    static final ArchRule widgetsKnowNoFamily =
            noClasses()
                    .that()
                    .resideInAPackage("..console.widget..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("org.portaldesk.console..")
                                    .and(not(resideInAPackage("..console.gateway..")))
                                    .and(not(resideInAPackage("..console.widget.."))))
                    .because("families are made of widgets, not the other way round");

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("org.portaldesk.console.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingNeedsAFrontendBuild =
            noClasses()
                    .should()
                    .beAnnotatedWith(JsModule.class)
                    .orShould()
                    .beAnnotatedWith(CssImport.class)
                    .orShould()
                    .beAnnotatedWith(NpmPackage.class)
                    .orShould()
                    .beAnnotatedWith(JavaScript.class)
                    .because("the console lives on Vaadin's ready-made bundle (decision 0050)");

    @ArchTest
    static final ArchRule longTextsAreKeptWhileTheyAreTyped =
            noClasses()
                    .that()
                    .areNotAssignableTo(Typed.class)
                    .should()
                    .callConstructor(TextArea.class, String.class)
                    .orShould()
                    .callConstructor(TextArea.class)
                    .because("nobody types a note twice (decision 0127)");
}
