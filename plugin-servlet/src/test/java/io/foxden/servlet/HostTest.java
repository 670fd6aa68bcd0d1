package io.foxden.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Foxden inside an application that is somebody else's. */
class HostTest {
    @TempDir
    Path home;

    @Test
    void whatever_is_not_below_the_base_path_is_the_hosts() {
        try (WebServer server = host().start()) {
            assertThat(Call.to(server, "/").get().body()).isEqualTo("The host answers GET /shop/");
            assertThat(Call.to(server, "/foxdens/status").get().body())
                    .isEqualTo("The host answers GET /shop/foxdens/status");
            assertThat(Call.to(server, "/foxden/status").get().statusCode()).isEqualTo(401);
            assertThat(Call.to(server, "/foxden").get().statusCode()).isEqualTo(401);
            assertThat(Call.to(server, "/foxden/health").get().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void the_hosts_answers_keep_their_headers() {
        try (WebServer server = host().start()) {
            HttpResponse<String> answer = Call.to(server, "/").get();

            assertThat(answer.headers().firstValue("Content-Security-Policy")).isEmpty();
            assertThat(answer.headers().firstValue("Cache-Control")).isEmpty();
        }
    }

    @Test
    void the_page_works_without_a_slash_at_its_end() {
        try (WebServer server = host().start()) {
            Person person = Person.before(server);
            String code = Person.setupCode(server);

            var page = person.browser()
                    .followAll(person.browser()
                            .submit(person.open("/foxden").form("/claim").fill("code", code)));

            assertThat(page.uri()).isEqualTo(server.address("/foxden/"));
            assertThat(page.status()).isEqualTo(200);
        }
    }

    @Test
    void a_form_arrives_whole_where_the_host_has_read_the_body_already() {
        try (WebServer server = host().withDetails().withHostThatReadsBodies().start()) {
            Person person = Person.before(server);
            person.browser()
                    .followAll(person.browser()
                            .submit(person.open("/foxden/").form("/claim").fill("code", Person.setupCode(server))));

            var page = person.browser()
                    .submit(person.open("/foxden/").form("/install").fill("contact_email", "Žluťoučký kůň"));

            assertThat(page.status()).isEqualTo(400);
            assertThat(page.form("/install").value("contact_email")).isEqualTo("Žluťoučký kůň");
        }
    }

    private WebServer host() {
        return WebServer.alone(home).withContextPath("/shop").with("foxden.base-path", "/foxden");
    }
}
