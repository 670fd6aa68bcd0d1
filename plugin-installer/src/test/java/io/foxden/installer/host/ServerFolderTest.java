package io.foxden.installer.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServerFolderTest {
    @TempDir
    private Path server;

    @Test
    void the_only_home_is_taken() throws IOException {
        Path home = home("ROOT");

        assertThat(new ServerFolder(server).home(null)).isEqualTo(home);
    }

    @Test
    void the_home_named_is_taken_among_several() throws IOException {
        home("foxden");
        Path other = home("shop#foxden");

        assertThat(new ServerFolder(server).home("shop#foxden")).isEqualTo(other);
    }

    @Test
    void several_homes_are_named_with_the_option_that_chooses() throws IOException {
        home("foxden");
        home("ROOT");

        assertProblem(() -> new ServerFolder(server).home(null), Code.WRONG_USAGE)
                .hasMessageContaining("2 homes")
                .hasMessageContaining("--context ROOT, --context foxden");
    }

    @Test
    void a_server_without_a_home_says_what_was_looked_for() {
        assertProblem(() -> new ServerFolder(server).home(null), Code.NOT_INSTALLED)
                .hasMessageContaining(
                        server.resolve("foxden").resolve("<context>").toString());
    }

    @Test
    void a_context_that_does_not_exist_is_answered_with_those_that_do() throws IOException {
        home("ROOT");

        assertProblem(() -> new ServerFolder(server).home("foxdem"), Code.NOT_INSTALLED)
                .hasMessageContaining("foxdem")
                .hasMessageContaining("There is: ROOT");
    }

    @Test
    void a_context_cannot_lead_out_of_the_server() throws IOException {
        home("ROOT");

        assertProblem(() -> new ServerFolder(server).home(".."), Code.NOT_INSTALLED);
    }

    @Test
    void a_file_beside_the_homes_is_no_home() throws IOException {
        Path home = home("ROOT");
        Files.writeString(home.resolveSibling("notes.txt"), "…");

        assertThat(new ServerFolder(server).home(null)).isEqualTo(home);
    }

    @Test
    void a_server_folder_that_does_not_exist_is_wrong_usage() {
        assertProblem(() -> new ServerFolder(server.resolve("tomcat")), Code.WRONG_USAGE)
                .hasMessageContaining("tomcat");
    }

    private Path home(String context) throws IOException {
        return Files.createDirectories(server.resolve("foxden").resolve(context));
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertProblem(ThrowingCallable call, Code code) {
        return assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FoxdenException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
