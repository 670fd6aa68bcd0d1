package io.foxden.config;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the integration's vendor ships on the class path. */
final class VendorFile {
    static final String NAME = "META-INF/foxden/vendor.properties";

    private VendorFile() {}

    /** The one there is; several are a problem unless they say the same. */
    static Optional<SettingSource> read(ClassLoader loader, Consumer<String> problem) {
        List<SettingSource> found = new ArrayList<>();
        try {
            for (URL url : Collections.list(loader.getResources(NAME))) {
                read(url, problem).ifPresent(found::add);
            }
        } catch (IOException e) {
            problem.accept("The class path cannot be searched for " + NAME + ": " + PropertiesText.reason(e));
        }
        if (found.stream().map(SettingSource::values).distinct().count() > 1) {
            problem.accept("There is more than one vendor's file, and they differ: "
                    + String.join(
                            " and ", found.stream().map(SettingSource::place).toList()));
        }
        return found.stream().findFirst();
    }

    private static Optional<SettingSource> read(URL url, Consumer<String> problem) {
        try (InputStream stream = open(url)) {
            return SettingSource.file(SettingSource.Kind.VENDOR, "the vendor's file " + url, stream, null, problem);
        } catch (IOException e) {
            problem.accept("The vendor's file " + url + " cannot be read: " + PropertiesText.reason(e));
            return Optional.empty();
        }
    }

    /** Without the cache, which would keep the JAR open after the web application is gone. */
    private static InputStream open(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        return connection.getInputStream();
    }
}
