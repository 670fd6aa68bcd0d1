package io.foxden.config;

import io.foxden.words.Message;
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
    static Optional<SettingSource> read(ClassLoader loader, Consumer<Message> problem) {
        List<SettingSource> found = new ArrayList<>();
        try {
            for (URL url : Collections.list(loader.getResources(NAME))) {
                read(url, problem).ifPresent(found::add);
            }
        } catch (IOException e) {
            problem.accept(Message.of("config/class-path").with("name", NAME).with("reason", PropertiesText.reason(e)));
        }
        if (found.stream().map(SettingSource::values).distinct().count() > 1) {
            problem.accept(Message.of("config/vendor-twice")
                    .with("files", found.stream().map(SettingSource::file).toList()));
        }
        return found.stream().findFirst();
    }

    private static Optional<SettingSource> read(URL url, Consumer<Message> problem) {
        try (InputStream stream = open(url)) {
            return SettingSource.file(SettingSource.Kind.VENDOR, url.toString(), stream, null, problem);
        } catch (IOException e) {
            problem.accept(
                    SettingSource.unreadable(SettingSource.Kind.VENDOR, url.toString(), PropertiesText.reason(e)));
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
