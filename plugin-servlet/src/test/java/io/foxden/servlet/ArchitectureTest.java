package io.foxden.servlet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import io.jstach.jstachio.Template;
import java.util.List;
import java.util.Set;

/** The order of the packages: each imports only what stands before it. */
@AnalyzeClasses(packages = "io.foxden.servlet", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packages_import_only_packages_before_them = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("exchange")
            .definedBy("io.foxden.servlet.exchange")
            .layer("page")
            .definedBy("io.foxden.servlet.page")
            .layer("gate")
            .definedBy("io.foxden.servlet.gate")
            .layer("connect")
            .definedBy("io.foxden.servlet.connect")
            .layer("wizard")
            .definedBy("io.foxden.servlet.wizard")
            .layer("json")
            .definedBy("io.foxden.servlet.json")
            .layer("root")
            .definedBy("io.foxden.servlet")
            .whereLayer("root")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("connect")
            .mayOnlyBeAccessedByLayers("root")
            .whereLayer("wizard")
            .mayOnlyBeAccessedByLayers("root")
            .whereLayer("json")
            .mayOnlyBeAccessedByLayers("root")
            .whereLayer("gate")
            .mayOnlyBeAccessedByLayers("connect", "wizard", "json", "root")
            .whereLayer("page")
            .mayOnlyBeAccessedByLayers("gate", "connect", "wizard", "json", "root");

    @ArchTest
    static final ArchRule packages_form_no_cycle =
            slices().matching("io.foxden.servlet.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule templates_are_found_by_name_and_not_by_searching_the_class_path =
            noClasses().should().dependOnClassesThat().haveFullyQualifiedName("io.jstach.jstachio.JStachio");

    @ArchTest
    static final ArchRule every_template_escapes_html = classes()
            .that()
            .implement(Template.class)
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.jstach.jstachio.escapers.Html");

    /** {@code Problem.of(code, "…")}, an exception with a text, {@code problem.detail()} without words, and their like. */
    private static final DescribedPredicate<JavaCall<?>> SAID_IN_ENGLISH =
            DescribedPredicate.describe("is said in English, whoever reads", ArchitectureTest::isEnglish);

    @ArchTest
    static final ArchRule nothing_is_said_in_english_but_in_the_log = noClasses()
            .that()
            .doNotHaveSimpleName("Opening")
            .and()
            .doNotHaveSimpleName("Occupancy")
            .and()
            .doNotHaveSimpleName("OwnAddress")
            .should()
            .callMethodWhere(SAID_IN_ENGLISH)
            .orShould()
            .callConstructorWhere(SAID_IN_ENGLISH);

    private static boolean isEnglish(JavaCall<?> call) {
        JavaClass owner = call.getTargetOwner();
        List<String> taken = call.getTarget().getRawParameterTypes().stream()
                .map(JavaClass::getSimpleName)
                .toList();
        return switch (owner.getPackageName()) {
            case "io.foxden.problem" ->
                taken.contains("String")
                        || (taken.isEmpty()
                                && Set.of("detail", "remedy", "title").contains(call.getName()));
            case "io.foxden.words" -> Set.of("english", "toString", "asIs").contains(call.getName());
            case "io.foxden.installation" ->
                owner.getSimpleName().equals("Documents")
                        && !taken.contains("Words")
                        && !Set.of("doctor", "history").contains(call.getName());
            default -> false;
        };
    }

    @ArchTest
    static final ArchRule nothing_of_the_session_of_the_server_is_used =
            noClasses().should().dependOnClassesThat().haveFullyQualifiedName("jakarta.servlet.http.HttpSession");
}
