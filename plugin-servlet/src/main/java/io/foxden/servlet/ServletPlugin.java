package io.foxden.servlet;

import io.foxden.host.Application;
import io.foxden.host.Plugin;

/** What {@code foxden-plugin.jar} holds hidden: started by the visible part, in an application of somebody else's. */
public final class ServletPlugin implements Plugin {
    /** The context parameter in the {@code web.xml} of {@code foxden.war}: an application that is Foxden's own. */
    static final String OWN_APPLICATION = "io.foxden.own-application";

    static final String WHOLE_APPLICATION = "";
    private static final String BELOW_A_HOST = "/foxden";

    @Override
    public AutoCloseable start(Application application) {
        boolean own = Boolean.parseBoolean(application.context().getInitParameter(OWN_APPLICATION));
        String basePath = own ? WHOLE_APPLICATION : BELOW_A_HOST;
        return Deployment.start(application, () -> Deployment.settings(application, basePath), basePath);
    }
}
