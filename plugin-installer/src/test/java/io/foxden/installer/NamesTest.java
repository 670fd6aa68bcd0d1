package io.foxden.installer;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One meaning a name, over all modules that the command line is made of; what stands in for Foxy mirrors it. */
class NamesTest {
    private static final String STAND_IN = "io.foxden.testkit";

    private final List<JavaClass> classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.foxden").stream()
                    .filter(type -> !type.getPackageName().startsWith(STAND_IN))
                    .filter(type ->
                            !type.isAnonymousClass() && !type.getSimpleName().equals("package-info"))
                    .toList();

    private final Map<String, List<JavaClass>> outer = classes.stream()
            .filter(JavaClass::isTopLevelClass)
            .collect(Collectors.groupingBy(JavaClass::getSimpleName));

    @Test
    void no_two_types_of_different_packages_are_called_alike() {
        assertThat(outer.values())
                .filteredOn(alike -> alike.size() > 1)
                .filteredOn(alike -> alike.stream().anyMatch(NamesTest::outsideOfTheCore))
                .isEmpty();
    }

    @Test
    void no_inner_type_is_called_like_an_outer_one() {
        assertThat(classes)
                .filteredOn(type -> !type.isTopLevelClass())
                .filteredOn(type -> outer.getOrDefault(type.getSimpleName(), List.of()).stream()
                        .anyMatch(alike -> outsideOfTheCore(alike) || outsideOfTheCore(type)))
                .isEmpty();
    }

    private static boolean outsideOfTheCore(JavaClass type) {
        return type.getPackageName().matches("io\\.foxden\\.(servlet|installer|demo)\\b.*");
    }
}
