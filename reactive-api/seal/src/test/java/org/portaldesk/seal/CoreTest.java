package org.portaldesk.seal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What a third party has to read in order to believe a check. */
@AnalyzeClasses(
        packages = "org.portaldesk.seal",
        importOptions = ImportOption.DoNotIncludeTests.class)
class CoreTest {

    @ArchTest
    static final ArchRule THE_CHECK_NEEDS_THE_JDK_ALONE =
            classes()
                    .that()
                    .resideInAPackage("org.portaldesk.seal")
                    .and()
                    .doNotHaveSimpleName("VerifyAudit")
                    .and()
                    .doNotHaveSimpleName("RecordReader")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", "org.portaldesk.seal", "org.jspecify..")
                    .because("whoever doubts us must be able to read all that decides");
}
