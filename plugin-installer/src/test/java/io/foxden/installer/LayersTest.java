package io.foxden.installer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;

/** Who may import whom. */
@AnalyzeClasses(
        packages = {"io.foxden.installer", "io.foxden.demo"},
        importOptions = DoNotIncludeTests.class)
final class LayersTest {
    @ArchTest
    static final ArchRule a_package_imports_only_packages_before_it = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("console")
            .definedBy("io.foxden.installer.console")
            .layer("host")
            .definedBy("io.foxden.installer.host")
            .layer("command")
            .definedBy("io.foxden.installer.command")
            .layer("root")
            .definedBy("io.foxden.installer")
            .whereLayer("console")
            .mayNotAccessAnyLayer()
            .whereLayer("host")
            .mayOnlyAccessLayers("console")
            .whereLayer("command")
            .mayOnlyAccessLayers("console", "host")
            .whereLayer("root")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule no_packages_import_each_other_in_a_circle =
            slices().matching("io.foxden.installer.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_command_line_knows_no_servlets = noClasses()
            .that()
            .resideInAPackage("io.foxden.installer..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.servlet..", "io.foxden.servlet..");

    @ArchTest
    static final ArchRule only_the_demo_command_knows_the_demo = noClasses()
            .that()
            .resideInAPackage("io.foxden.installer..")
            .and()
            .doNotHaveSimpleName("DemoCommand")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.foxden.demo..", "io.foxden.testkit..");

    @ArchTest
    static final ArchRule no_problem_is_told_in_english_only = noClasses()
            .should()
            .callMethod(Problem.class, "of", Code.class, String.class)
            .orShould()
            .callMethod(Problem.class, "withRemedy", String.class)
            .orShould()
            .callConstructor(OperatorException.class, Code.class, String.class);
}
