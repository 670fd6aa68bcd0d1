package io.foxden.dist.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/**
 * What must go well in every host: the JAR comes, the store is connected and stays so, the JAR goes; and the host never
 * shows it.
 */
final class WholeJob {
    private final HostServer server;
    private final Surrounding surrounding;
    private final HostedApplication application;

    private WholeJob(HostServer server, Surrounding surrounding) {
        this.server = server;
        this.surrounding = surrounding;
        this.application = HostedApplication.withJar(server, surrounding.contextPath());
    }

    static void in(HostServer server, Surrounding surrounding, HostPages pages)
            throws IOException, InterruptedException {
        new WholeJob(server, surrounding).run(pages);
    }

    /** What a visitor sees of the host. */
    @FunctionalInterface
    interface HostPages {
        Object of(HostedApplication application) throws IOException, InterruptedException;
    }

    private void run(HostPages pages) throws IOException, InterruptedException {
        deploy(surrounding.before());
        Object before = pages.of(application);
        FirstPage nothing = FirstPage.at(application.foxden("/health"));

        deploy(surrounding.after());
        assertThat(pages.of(application)).isEqualTo(before);
        application.connect();
        hostCallsFoxy();
        assertThat(pages.of(application)).isEqualTo(before);
        String clientId = application.clientId();

        deploy(surrounding.after());
        assertThat(application.clientId()).isEqualTo(clientId);
        application.refresh();
        hostCallsFoxy();
        assertThat(pages.of(application)).isEqualTo(before);

        deploy(surrounding.before());
        assertThat(pages.of(application)).isEqualTo(before);
        assertThat(FirstPage.at(application.foxden("/health"))).isEqualTo(nothing);
        server.deployer().undeploy(surrounding.name(), surrounding.contextPath());
    }

    private void hostCallsFoxy() throws IOException, InterruptedException {
        if (surrounding.callsFoxy()) {
            assertThat(application.storeName()).isEqualTo("Example Store");
        }
    }

    private void deploy(WebArchive archive) throws IOException, InterruptedException {
        server.deployer().deploy(surrounding.name(), surrounding.contextPath(), archive);
    }
}
