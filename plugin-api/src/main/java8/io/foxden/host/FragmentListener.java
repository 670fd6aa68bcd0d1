package io.foxden.host;

import java.util.EventListener;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Named by Foxden's web fragment, and so made by every container that reads fragments, of whatever age: a class that such
 * a container cannot load keeps the host's application from starting. So this one knows no servlet API and is compiled
 * for Java 8. Where Foxden cannot run it says so, once, and does nothing; where it can, it looks whether this is a
 * container in which nothing else will start it.
 */
public final class FragmentListener implements EventListener {
    public FragmentListener() {
        try {
            @Nullable String lack = JavaxHost.lackOf(FragmentListener.class.getClassLoader());
            if (lack == null) {
                FragmentWay.start(Thread.currentThread().getContextClassLoader());
            } else {
                JavaxHost.tell(lack);
            }
        } catch (Throwable e) {
            Logger.getLogger(FragmentListener.class.getName()).log(Level.SEVERE, "Foxden does not run.", e);
        }
    }
}
