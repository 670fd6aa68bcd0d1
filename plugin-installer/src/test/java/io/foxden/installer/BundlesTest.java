package io.foxden.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every key in the code has its text, every text is used, and no text names an argument that nobody gives. A literal
 * that ends with a full stop, as in {@code "problem/title." + word()}, stands for all keys that begin so. In a template a key stands
 * as it is between <code>{{#say}}</code> and <code>{{/say}}</code>.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BundlesTest {
    private static final Pattern KEY = Pattern.compile("[\"}]([a-z]+(?:/[a-z]+)*)/([a-z0-9._-]+)[\"{]");
    private static final Pattern GIVEN = Pattern.compile("\\b(?:with|named)\\(\\s*\"([a-z_]+)\"|, \"([a-z_]+)\", ");
    /** A text with a blank in it that goes past the bundles: as a message of its own, or as an argument of one. */
    private static final Pattern PAST =
            Pattern.compile("(?:asIs\\(|with\\(\\s*\"[a-z_]+\",)\\s*\"[^\"\\n]* [^\"\\n]*\"");

    private static final Pattern NAMED = Pattern.compile("\\{([a-z_]+)}");

    private final TreeMap<String, String> texts = new TreeMap<>();
    private final Set<String> bundles = new TreeSet<>();
    private final Set<String> used = new TreeSet<>();
    private final Set<String> given = new TreeSet<>();
    private final Set<String> past = new TreeSet<>();

    @BeforeAll
    void read() throws IOException {
        for (Path file : files(name -> name.endsWith("words.properties"), "resources")) {
            bundle(file);
        }
        for (Path file : files(name -> name.endsWith(".java"), "java")) {
            source(Files.readString(file));
        }
        for (Path file : files(name -> name.endsWith(".mustache"), "templates")) {
            source(Files.readString(file));
        }
    }

    private static List<Path> files(Predicate<String> fits, String kind) throws IOException {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            return modules.map(module -> module.resolve("src/main/" + kind))
                    .filter(folder -> folder.toString().matches(".*(plugin-|demo).*") && Files.isDirectory(folder))
                    .flatMap(BundlesTest::walked)
                    .filter(file -> fits.test(file.getFileName().toString()))
                    .toList();
        }
    }

    private static Stream<Path> walked(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void bundle(Path file) throws IOException {
        String all = file.toString().replace('\\', '/');
        String name = all.substring(all.indexOf("io/foxden/") + "io/foxden/".length(), all.lastIndexOf('/'));
        bundles.add(name);
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        properties.forEach((key, text) -> texts.put(name + "/" + key, (String) text));
    }

    private void source(String text) {
        KEY.matcher(text)
                .results()
                .filter(literal -> bundles.contains(literal.group(1)))
                .forEach(literal -> used.add(literal.group(1) + "/" + literal.group(2)));
        PAST.matcher(text).results().forEach(literal -> past.add(literal.group()));
        GIVEN.matcher(text).results().forEach(argument -> given.add(name(argument)));
    }

    private static String name(MatchResult argument) {
        return argument.group(1) == null ? argument.group(2) : argument.group(1);
    }

    @Test
    void every_key_in_the_code_has_a_text() {
        assertThat(used).isNotEmpty();
        assertThat(used.stream().filter(key -> texts.keySet().stream().noneMatch(text -> stands(key, text))))
                .isEmpty();
    }

    @Test
    void every_text_is_used() {
        assertThat(texts.keySet().stream().filter(text -> used.stream().noneMatch(key -> stands(key, text))))
                .isEmpty();
    }

    @Test
    void every_argument_that_a_text_names_is_given_somewhere() {
        given.addAll(Set.of("text", "reference"));
        Set<String> named = texts.values().stream()
                .flatMap(text -> NAMED.matcher(text).results())
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(given).containsAll(named);
    }

    @Test
    void a_text_has_no_braces_but_those_of_arguments() {
        assertThat(texts.entrySet())
                .filteredOn(
                        text -> NAMED.matcher(text.getValue()).replaceAll("").matches("(?s).*[{}].*"))
                .isEmpty();
    }

    /** Options and names of files are no words. */
    @Test
    void nothing_is_said_past_the_bundles() {
        assertThat(past).isEmpty();
    }

    private static boolean stands(String key, String text) {
        return key.endsWith(".") ? text.startsWith(key) : text.equals(key);
    }
}
