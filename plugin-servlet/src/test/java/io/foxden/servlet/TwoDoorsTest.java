package io.foxden.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page's codes and the JSON API's token are guessed at separately. */
final class TwoDoorsTest {
    private static final int MORE_THAN_ALLOWED = 12;

    @TempDir
    private Path folder;

    @Test
    void wrong_codes_do_not_shut_out_a_script_with_the_right_token() {
        try (WebServer server = WebServer.alone(folder.resolve("home")).start()) {
            int status = 0;
            for (int i = 0; i < MORE_THAN_ALLOWED; i++) {
                status = Call.to(server, "/claim").form("code=WRONG").post().statusCode();
            }
            assertThat(status).isEqualTo(429);
            assertThat(Call.to(server, "/api/v1/status").asAdministrator().get().statusCode())
                    .isEqualTo(200);
        }
    }
}
