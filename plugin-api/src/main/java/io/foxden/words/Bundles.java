package io.foxden.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The files {@code words.properties} (English) and {@code words_LANGUAGE.properties} beside the code that needs them. Not
 * by {@link java.util.ResourceBundle}, whose cache outlives the web application and holds on to its class loader; what is
 * read here is kept by this class alone, and goes with it.
 *
 * <p>The files of the hidden part, too, lie in the visible one: this class looks for them, and its class loader does not
 * know the hidden part.
 */
final class Bundles {
    private static final Map<String, Map<String, String>> READ = new ConcurrentHashMap<>();

    private Bundles() {}

    /** Whether there are texts in this language: English, or what has a bundle in this package. */
    static boolean speaks(Locale locale) {
        return locale.equals(Locale.ENGLISH)
                || !bundle(path("words", "_" + locale.getLanguage())).isEmpty();
    }

    static @Nullable String text(Locale locale, String key) {
        int slash = key.lastIndexOf('/');
        String name = key.substring(slash + 1);
        if (locale.equals(Words.PSEUDO)) {
            String english = text(Locale.ENGLISH, key);
            return english == null || key.startsWith("words/") ? english : "[" + english + "]";
        }
        for (String ending : List.of("_" + locale.getLanguage(), "")) {
            String text = bundle(path(key.substring(0, slash), ending)).get(name);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private static String path(String folder, String ending) {
        return folder + "/words" + ending + ".properties";
    }

    private static Map<String, String> bundle(String path) {
        Map<String, String> bundle = READ.computeIfAbsent(path, Bundles::read);
        return bundle == null ? Map.of() : bundle;
    }

    /** Empty where there is no such file; null where our JAR is being replaced under us, or the application has ended. */
    private static @Nullable Map<String, String> read(String path) {
        try (InputStream in = Bundles.class.getResourceAsStream("/io/foxden/" + path)) {
            return in == null ? Map.of() : texts(in);
        } catch (IOException | IllegalStateException e) {
            return null;
        }
    }

    private static Map<String, String> texts(InputStream in) throws IOException {
        Properties properties = new Properties();
        properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        Map<String, String> texts = new HashMap<>();
        properties.forEach((name, text) -> texts.put((String) name, (String) text));
        return Map.copyOf(texts);
    }
}
