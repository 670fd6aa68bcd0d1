package io.foxden.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.words.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenancyTest {
    private static final Tenant SHOP = new Tenant("a/shop", Message.asIs("the shop of a"));
    private static final Tenant OTHER = new Tenant("b/shop", Message.asIs("the shop of b"));

    @TempDir
    Path home;

    private final Machinery machinery = Machinery.real();

    @Test
    void copies_of_one_application_live_together_and_no_other_one_does_until_the_last_is_gone() {
        Tenancy first = Tenancy.enter(home, SHOP, machinery);
        Tenancy second = Tenancy.enter(home, SHOP, machinery);
        assertRefused();
        first.close();
        assertRefused();
        second.close();
        Tenancy.enter(home, OTHER, machinery).close();
    }

    @Test
    void what_one_left_behind_that_died_keeps_nobody_out_and_is_cleared_away() throws IOException {
        Path folder = Files.createDirectories(home.resolve("tenants"));
        for (String ending : List.of(".tenant", ".lock", ".jvm")) {
            Files.writeString(folder.resolve("0123456789abcdef-dead" + ending), "");
        }

        try (Tenancy alive = Tenancy.enter(home, SHOP, machinery)) {
            assertThat(alive).isNotNull();
            assertThat(folder.resolve("0123456789abcdef-dead.tenant")).doesNotExist();
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .allMatch(name -> name.startsWith("door."));
        }
    }

    private void assertRefused() {
        assertThatThrownBy(() -> Tenancy.enter(home, OTHER, machinery))
                .isInstanceOfSatisfying(
                        OperatorException.class, e -> assertThat(e.code()).isEqualTo(Code.HOME_IN_USE))
                .hasMessageContaining("the shop of a");
    }
}
