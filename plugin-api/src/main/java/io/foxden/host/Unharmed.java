package io.foxden.host;

import jakarta.servlet.ServletContext;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps whatever goes wrong with Foxden from the host that starts: a host without Foxden is better than none. */
final class Unharmed {
    private Unharmed() {}

    /** Throws nothing, not even an {@link Error}; the log says why there is no Foxden. */
    static void run(ServletContext host, Runnable entry) {
        try {
            entry.run();
        } catch (Throwable e) {
            tell(host, e);
        }
    }

    static void tell(ServletContext host, Throwable why) {
        String what = "Foxden does not run in this application, which goes on without it: " + why;
        try {
            Logger.getLogger(Unharmed.class.getName()).log(Level.SEVERE, what, why);
        } catch (Throwable unlogged) {
            // A security manager may forbid even that; what the container logs for us needs no permission.
            host.log(what, why);
        }
    }
}
