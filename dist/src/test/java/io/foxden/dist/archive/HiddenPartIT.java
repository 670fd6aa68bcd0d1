package io.foxden.dist.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The merged tree of Foxden and its libraries is whole: what its classes may come to load is there. */
class HiddenPartIT {
    /** Left out although a class names them, and why that does no harm. */
    private static final Map<String, String> NOT_THERE = Map.of(
            "com/sun/jdi/", "the JDK's debugger, for Javassist's HotSwapper, which nothing calls",
            "com/sun/tools/attach/", "the JDK's, for Javassist's HotSwapAgent, which nothing calls",
            "jakarta/activation/", "Jersey registers its provider of DataSource only where that class is to be seen",
            "jakarta/validation/", "HK2 validates only what asks for it; nothing in Jersey's client does",
            "org/hibernate/validator/", "the same",
            "jakarta/xml/bind/", "for links in XML documents; Foxden reads JSON",
            "org/osgi/", "Jersey and HK2 look whether they run in OSGi; there they do without these classes");

    private static final Pattern SERVICE = Pattern.compile("META-INF/services/(.+)");

    private final HiddenPart hidden = new HiddenPart(Download.plugin());

    @Test
    void every_class_that_is_referred_to_is_hidden_or_visible_or_the_platforms_or_known_to_be_missing()
            throws IOException {
        Map<String, byte[]> classes = hidden.classes();
        Set<String> visible = Download.plugin().names();
        Map<String, String> missing = new TreeMap<>();
        Set<String> unused = new TreeSet<>(NOT_THERE.keySet());
        classes.forEach((name, file) -> {
            for (String reference : ReferencedClasses.of(file)) {
                if (classes.containsKey(reference)
                        || visible.contains(reference + ".class")
                        || reference.startsWith("jakarta/servlet/")
                        || isOfThePlatform(reference)) {
                    continue;
                }
                unused.removeIf(reference::startsWith);
                if (NOT_THERE.keySet().stream().noneMatch(reference::startsWith)) {
                    missing.put(reference, "named by " + name);
                }
            }
        });
        assertThat(missing).isEmpty();
        assertThat(unused).as("explained, but not missing").isEmpty();
    }

    @Test
    void service_files_name_only_classes_that_are_there() throws IOException {
        Set<String> names = hidden.names();
        assertThat(names).anyMatch(name -> SERVICE.matcher(name).matches());
        for (String file : names) {
            if (SERVICE.matcher(file).matches()) {
                assertThat(hidden.text(file)
                                .lines()
                                .map(line -> line.replaceFirst("#.*", "").trim())
                                .filter(line -> !line.isEmpty())
                                .map(type -> type.replace('.', '/') + ".class"))
                        .as(file)
                        .isNotEmpty()
                        .allMatch(names::contains);
            }
        }
    }

    /** Libraries look classes up by name, so a class that nothing refers to may be needed all the same. */
    @Test
    void every_library_but_bouncy_castle_is_there_with_all_its_classes() throws IOException {
        Set<String> names = hidden.names();
        for (Library library : Library.all()) {
            if (library.name().startsWith("bcprov") || library.isVisible()) {
                continue;
            }
            assertThat(names)
                    .as(library.name())
                    .containsAll(library.jar().names().stream()
                            .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
                            .filter(name -> !name.endsWith("module-info.class"))
                            .toList());
        }
    }

    @Test
    void of_bouncy_castle_there_is_only_what_foxden_reaches() throws IOException {
        assertThat(hidden.names())
                .contains(
                        "org/bouncycastle/crypto/engines/AESEngine.class",
                        "org/bouncycastle/crypto/modes/GCMBlockCipher.class",
                        "org/bouncycastle/crypto/generators/Argon2BytesGenerator.class")
                .noneMatch(name -> name.matches("org/bouncycastle/(jce/provider|jcajce|pqc|x509)/.*"));
        assertThat(hidden.classes().entrySet())
                .filteredOn(entry -> entry.getKey().startsWith("org/bouncycastle/"))
                .as("looks classes up by name, which the build cannot follow")
                .noneMatch(entry -> new String(entry.getValue(), StandardCharsets.ISO_8859_1).contains("forName"));
    }

    private static boolean isOfThePlatform(String name) {
        return ClassLoader.getPlatformClassLoader().getResource(name + ".class") != null;
    }
}
