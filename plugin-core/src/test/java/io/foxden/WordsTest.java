package io.foxden;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What people read is in the bundles. */
class WordsTest {
    @Test
    void no_package_tells_a_problem_in_english_only() {
        Set<String> found = new TreeSet<>();
        for (JavaClass each : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("/testkit") && !location.contains("/plugin-api"))
                .importPackages("io.foxden")) {
            if (each.getCodeUnitCallsFromSelf().stream().anyMatch(WordsTest::isInEnglishOnly)) {
                found.add(each.getPackageName().substring("io.foxden.".length()));
            }
        }
        assertThat(found).isEmpty();
    }

    /** A problem made of text: {@code Problem.of(code, "…")}, {@code withRemedy("…")}, or an exception with a text. */
    private static boolean isInEnglishOnly(JavaCall<?> call) {
        JavaClass owner = call.getTargetOwner();
        List<String> parameters = call.getTarget().getRawParameterTypes().stream()
                .map(JavaClass::getName)
                .toList();
        return owner.getPackageName().equals("io.foxden.problem")
                && !call.getTarget().getName().equals("ofWord")
                && !call.getTarget().getName().equals("withLogref")
                && parameters.contains(String.class.getName());
    }
}
