package io.foxden.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String ROOT = "io.foxden.testkit";

    /** A package imports only packages named before it. */
    private static final List<String> ORDER = List.of(
            ROOT + ".browser",
            ROOT + ".wire",
            ROOT + ".journal",
            ROOT + ".fault",
            ROOT + ".shop",
            ROOT + ".account",
            ROOT + ".hal",
            ROOT + ".request",
            ROOT + ".oauth",
            ROOT + ".resource",
            ROOT + ".endpoint",
            ROOT + ".consent",
            ROOT + ".reception",
            ROOT + ".control",
            ROOT);

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void packages_import_only_those_before_them() {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass each : classes) {
            int own = ORDER.indexOf(each.getPackageName());
            assertThat(own)
                    .as("place of %s in the order", each.getPackageName())
                    .isNotNegative();
            for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                String other = dependency.getTargetClass().getPackageName();
                if (other.startsWith(ROOT) && ORDER.indexOf(other) > own) {
                    wrong.add(each.getName() + " imports " + other);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void only_the_wire_knows_jetty() {
        Set<String> knowing = new TreeSet<>();
        for (JavaClass each : classes) {
            boolean jetty = each.getDirectDependenciesFromSelf().stream()
                    .anyMatch(d -> d.getTargetClass().getPackageName().startsWith("org.eclipse.jetty"));
            if (jetty) {
                knowing.add(each.getPackageName());
            }
        }
        assertThat(knowing).containsExactly(ROOT + ".wire");
    }
}
