package io.foxden.dist.hosting;

import java.io.IOException;
import java.util.List;

/** How an operator brings applications into a running server and takes them away. Safe for several threads. */
interface Deployer {
    /**
     * Deploys an archive, in place of the one that is there; returns when requests reach the new one.
     *
     * @param name of the archive, without an ending: letters only
     * @param contextPath as in a URL
     */
    void deploy(String name, String contextPath, WebArchive archive) throws IOException, InterruptedException;

    void undeploy(String name, String contextPath) throws IOException, InterruptedException;

    /** What the server itself knows to have stayed of applications that are gone; it looks again now. */
    List<String> leaks() throws IOException, InterruptedException;
}
