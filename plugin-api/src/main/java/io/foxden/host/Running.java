package io.foxden.host;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What was started in one application. */
record Running(PluginLoader loader, AutoCloseable plugin) {
    void close() {
        try {
            plugin.close();
        } catch (Exception e) {
            Logger.getLogger(Running.class.getName()).log(Level.WARNING, "Foxden did not end cleanly", e);
        } finally {
            loader.close();
        }
    }
}
