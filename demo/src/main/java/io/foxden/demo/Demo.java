package io.foxden.demo;

import io.foxden.config.Settings;
import io.foxden.config.Surroundings;
import io.foxden.problem.OperatorException;
import io.foxden.setting.Setting;
import io.foxden.testkit.Sandbox;
import io.foxden.testkit.SandboxOptions;
import io.foxden.testkit.fault.Consent;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A sandbox and a server with the plugin, both on this machine, that know each other. */
public final class Demo implements AutoCloseable {
    private final DemoHome home;
    private final Sandbox foxy;
    private final Settings settings;
    private final PluginServer server;
    private final Stopwatch stopwatch;

    private Demo(DemoHome home, Sandbox foxy, Settings settings, PluginServer server, Stopwatch stopwatch) {
        this.home = home;
        this.foxy = foxy;
        this.settings = settings;
        this.server = server;
        this.stopwatch = stopwatch;
    }

    /**
     * Starts both; ready for a browser when this returns.
     *
     * @throws io.foxden.problem.OperatorException if the folder or the port given cannot be used
     */
    public static Demo start(DemoOptions options) throws IOException {
        Stopwatch stopwatch = new Stopwatch();
        DemoHome home = DemoHome.prepare(options.home());
        Sandbox foxy =
                Sandbox.start(SandboxOptions.standard().withConsent(options.asks() ? Consent.ASK : Consent.APPROVE));
        Settings settings = settings(home.path(), foxy);
        try {
            return new Demo(home, foxy, settings, PluginServer.start(options.port(), settings), stopwatch);
        } catch (OperatorException e) {
            foxy.close();
            home.close();
            throw e;
        }
    }

    /** Nothing but what is said here: no setting of a real installation may lead the demo to the real Foxy. */
    private static Settings settings(Path home, Sandbox foxy) {
        return Surroundings.none()
                .commandLine(Setting.HOME, home.toString())
                .commandLine(Setting.API_URL, foxy.apiUrl().toString())
                .commandLine(Setting.AUTHORIZE_URL, foxy.authorizeUrl().toString())
                .commandLine(Setting.PROJECT_NAME, "Foxden demo")
                .commandLine(Setting.COMPANY_NAME, "Example Company")
                .commandLine(Setting.CONTACT_NAME, "Ada Example")
                .commandLine(Setting.CONTACT_EMAIL, "ada@example.com")
                .commandLine(Setting.CONTACT_PHONE, "+1 555 0100")
                .contextPath("/foxden")
                .basePath("")
                .read();
    }

    /** Where to begin with a browser. */
    public URI address() {
        return server.address();
    }

    /** The file with the code that opens the page. */
    public Path setupCodeFile() {
        return home.path().resolve("setup-code");
    }

    /** Where Foxy's stand-in answers. */
    public URI foxyAddress() {
        return foxy.apiUrl();
    }

    /**
     * Does the whole job as a browser would, and tells each step as it is done.
     *
     * @throws StrandedException where a step does not lead on; that is a defect
     */
    public void walk(Consumer<WalkStep> narrator) throws IOException, StrandedException {
        new Walk(foxy, server.address(), settings, stopwatch, narrator).go();
    }

    @Override
    public void close() throws IOException {
        server.close();
        foxy.close();
        home.close();
    }
}
