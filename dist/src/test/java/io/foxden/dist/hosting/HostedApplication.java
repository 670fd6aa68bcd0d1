package io.foxden.dist.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.dist.journey.Person;
import io.foxden.dist.journey.Script;
import io.foxden.dist.journey.Transcript;
import io.foxden.testkit.browser.Page;
import java.io.IOException;
import java.net.URI;

/** An application in a server, with Foxden in it: what an administrator, a script and its own code do there. */
final class HostedApplication {
    private final HostServer server;
    private final String contextPath;
    private final String basePath;
    private final Transcript transcript = new Transcript();
    private final Person administrator = new Person(transcript);

    private HostedApplication(HostServer server, String contextPath, String basePath) {
        this.server = server;
        this.contextPath = contextPath;
        this.basePath = basePath;
    }

    static HostedApplication withJar(HostServer server, String contextPath) {
        return new HostedApplication(server, contextPath, "/foxden");
    }

    /** {@code foxden.war}, which is Foxden's as a whole. */
    static HostedApplication ofWar(HostServer server, String contextPath) {
        return new HostedApplication(server, contextPath, "");
    }

    FirstPage firstPage() throws IOException, InterruptedException {
        return FirstPage.at(page("/"));
    }

    /** A page of the host's own. */
    URI page(String path) {
        return server.url(contextPath + path);
    }

    URI foxden(String path) {
        return page(basePath + path);
    }

    /** From an installation that nobody has touched to a connected one with a fresh token, in a browser. */
    void connect() throws IOException, InterruptedException {
        assertThat(status("new").body().at("/client").isNull()).isTrue();
        Page home = administrator.signIn(foxden("/"), HostServer.ADMIN_TOKEN);
        assertThat(home.text()).contains("Connect this site to Foxy");
        Page consent = administrator.press(home, "/install", "Register and connect");
        Page result = administrator.press(consent, "/authorize", "Approve");
        assertThat(result.text()).contains("Connected", "Example Store");
        assertThat(result.uri().toString()).startsWith(foxden("/").toString());
        status("connected");
        refresh();
    }

    /** A fresh token, by a browser and by a script. */
    void refresh() throws IOException, InterruptedException {
        Page home = administrator.press(administrator.open(foxden("/")), "/refresh", "Refresh now");
        assertThat(home.text()).contains("A new access token was fetched");
        assertThat(script().post("refresh").status()).isEqualTo(200);
    }

    /** The status document, in this phase. */
    Script.Answer status(String phase) throws IOException, InterruptedException {
        Script.Answer status = script().get("status");
        assertThat(status.status()).as("%s", status.body()).isEqualTo(200);
        assertThat(status.text("/phase")).as("%s", status.body()).isEqualTo(phase);
        return status;
    }

    String clientId() throws IOException, InterruptedException {
        return status("connected").text("/client/client_id");
    }

    /** What the host's own code got from Foxy. */
    String storeName() throws IOException, InterruptedException {
        return FirstPage.at(page("/store")).body();
    }

    Script script() {
        return new Script(foxden("/api/v1/"), HostServer.ADMIN_TOKEN, transcript);
    }
}
