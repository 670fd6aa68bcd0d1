package io.foxden;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What a host sees of Foxden brings no library into the host. */
@AnalyzeClasses(packages = "io.foxden", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule nothing_but_the_jdk_and_the_servlet_api_is_needed = classes()
            .that()
            .resideOutsideOfPackage("io.foxden.spring")
            .and()
            .doNotHaveFullyQualifiedName("io.foxden.meter.MicrometerMeters")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "javax.management..", "jakarta.servlet..", "io.foxden..", "org.jspecify.annotations");

    @ArchTest
    static final ArchRule only_the_auto_configuration_knows_spring = noClasses()
            .that()
            .resideInAnyPackage("io.foxden", "io.foxden.api", "io.foxden.host", "io.foxden.problem", "io.foxden.secret")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.foxden.spring");

    @ArchTest
    static final ArchRule words_and_meters_know_nothing_of_foxden = noClasses()
            .that()
            .resideInAnyPackage("io.foxden.words", "io.foxden.meter")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("io.foxden..").and(resideOutsideOfPackages("io.foxden.words", "io.foxden.meter")));

    @ArchTest
    static final ArchRule what_brings_foxden_in_knows_nothing_of_it = noClasses()
            .that()
            .resideInAnyPackage("io.foxden.host", "io.foxden.spring")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.foxden", "io.foxden.api", "io.foxden.problem", "io.foxden.secret");

    @ArchTest
    static final ArchRule packages_form_no_cycle =
            slices().matching("io.foxden.(*)..").should().beFreeOfCycles();
}
