package io.foxden.dist.archive;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What foxden-plugin.jar keeps out of the host's sight. */
record HiddenPart(Download jar) {
    static final String FOLDER = "META-INF/foxden/lib/";

    private static final String SUFFIX = ".classdata";

    /** Its files as they were named before they were hidden: {@code org/slf4j/Logger.class}. */
    Set<String> names() throws IOException {
        return jar.names().stream()
                .filter(name -> name.startsWith(FOLDER))
                .map(HiddenPart::shown)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Its classes by internal name: {@code org/slf4j/Logger}. */
    Map<String, byte[]> classes() throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.file().toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                String name = entry.getName();
                if (name.startsWith(FOLDER) && name.endsWith(SUFFIX)) {
                    classes.put(
                            name.substring(FOLDER.length(), name.length() - SUFFIX.length()),
                            zip.getInputStream(entry).readAllBytes());
                }
            }
        }
        return classes;
    }

    String text(String name) throws IOException {
        return jar.text(FOLDER + name);
    }

    /** @param entry an entry of the JAR, in the hidden part or not */
    static String shown(String entry) {
        return entry.replaceFirst("^" + FOLDER, "").replaceFirst("\\" + SUFFIX + "$", ".class");
    }
}
