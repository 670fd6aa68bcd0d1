package io.foxden;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The picture in docs/architecture.md, held by the build. */
class ArchitectureTest {
    /** A package imports only packages named before it, so there is no cycle; the root, "installation", is imported by none. */
    private static final List<String> ORDER = Stream.of(
                    ".foreign",
                    ".setting",
                    ".config",
                    ".file",
                    ".lock",
                    ".http",
                    ".hal",
                    ".foxy",
                    ".vault",
                    ".store",
                    ".event",
                    ".access",
                    ".registration",
                    ".token",
                    ".authorization",
                    ".navigation",
                    ".doctor",
                    ".installation")
            .map(name -> "io.foxden" + name)
            .toList();

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/testkit") && !location.contains("/plugin-api"))
            .importPackages("io.foxden");

    @Test
    void packages_import_only_those_before_them() {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass each : CLASSES) {
            int own = ORDER.indexOf(each.getPackageName());
            assertThat(own)
                    .as("place of %s in the order", each.getPackageName())
                    .isNotNegative();
            for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                if (ORDER.indexOf(dependency.getTargetClass().getPackageName()) > own) {
                    wrong.add(dependency.getDescription());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_package_of_the_order_exists() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(ORDER);
    }

    @Test
    void only_http_knows_jersey_and_the_apache_client() {
        assertThat(packagesThatKnow("org.glassfish", "jakarta.ws.rs", "org.apache.hc"))
                .containsExactly("io.foxden.http");
    }

    @Test
    void only_hal_knows_the_json_library() {
        assertThat(packagesThatKnow("com.fasterxml.jackson")).containsExactly("io.foxden.hal");
    }

    @Test
    void only_the_vault_knows_bouncy_castle() {
        assertThat(packagesThatKnow("org.bouncycastle")).containsExactly("io.foxden.vault");
    }

    @Test
    void nothing_knows_servlets_or_terminals() {
        assertThat(packagesThatKnow("jakarta.servlet", "javax.servlet", "picocli"))
                .isEmpty();
    }

    @Test
    void the_public_types_of_the_wire_and_of_hal_show_no_library() {
        Set<String> shown = new TreeSet<>();
        for (JavaClass each : CLASSES) {
            if (each.getModifiers().contains(JavaModifier.PUBLIC)) {
                each.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .flatMap(method -> Stream.concat(
                                Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream()))
                        .filter(ArchitectureTest::isLibrary)
                        .forEach(type -> shown.add(each.getName() + " shows " + type.getName()));
            }
        }
        assertThat(shown).isEmpty();
    }

    /** What a redeployed web application must not leave behind, or find half-used (docs/architecture.md). */
    @Test
    void no_static_field_can_change() {
        Set<String> changing = CLASSES.stream()
                .flatMap(each -> each.getFields().stream())
                .filter(isStatic().and(field -> !field.getModifiers().contains(JavaModifier.FINAL)))
                .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                .map(JavaField::getFullName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(changing).isEmpty();
    }

    @Test
    void nothing_is_registered_with_the_jvm() {
        Set<String> registrations = CLASSES.stream()
                .flatMap(each -> each.getMethodCallsFromSelf().stream())
                .filter(call -> isRegistration(
                        call.getTargetOwner().getName() + "." + call.getTarget().getName()))
                .map(Object::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(registrations).isEmpty();
    }

    private static boolean isRegistration(String method) {
        return Set.of(
                        "java.security.Security.addProvider",
                        "java.security.Security.insertProviderAt",
                        "java.lang.Runtime.addShutdownHook",
                        "java.sql.DriverManager.registerDriver",
                        "java.net.URL.setURLStreamHandlerFactory",
                        "java.net.ProxySelector.setDefault",
                        "java.net.CookieHandler.setDefault",
                        "java.lang.Thread.setDefaultUncaughtExceptionHandler",
                        "java.lang.System.setProperty")
                .contains(method);
    }

    private static boolean isLibrary(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        return Stream.of("org.glassfish", "jakarta.", "org.apache.", "com.fasterxml", "org.bouncycastle")
                .anyMatch(name::startsWith);
    }

    private static Predicate<JavaField> isStatic() {
        return field -> field.getModifiers().contains(JavaModifier.STATIC);
    }

    private static Set<String> packagesThatKnow(String... libraries) {
        Set<String> knowing = new TreeSet<>();
        for (JavaClass each : CLASSES) {
            for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                String other = dependency.getTargetClass().getPackageName();
                if (Stream.of(libraries)
                        .anyMatch(library -> other.equals(library) || other.startsWith(library + "."))) {
                    knowing.add(each.getPackageName());
                }
            }
        }
        return knowing;
    }
}
