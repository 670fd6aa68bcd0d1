package io.foxden.installation;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.Phase;
import io.foxden.Status;
import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import io.foxden.world.InWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What Foxy tells once is there twice: no torn file makes a person register or consent anew. */
class TornRecordTest extends InWorld {
    @Test
    void the_client_outlives_a_torn_record_from_its_first_moment() throws IOException {
        world.installed();
        tear("client");

        Installation foxden = world.open();
        assertThat(foxden.status().phase()).isEqualTo(Phase.REGISTERED);
        world.connect(foxden);
        assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
        assertThat(world.sandbox().postsToClients()).isEqualTo(1);
    }

    @Test
    void a_rotated_refresh_token_outlives_a_torn_record_from_its_first_moment() throws IOException {
        world.sandbox().behave(b -> b.withRotateRefreshTokens(true));
        world.connected().refresh();
        tear(world.connectionRecord());

        Installation foxden = world.open();
        foxden.refresh();
        assertThat(foxden.status().problem()).isNull();
    }

    @Test
    void a_folder_in_the_place_of_a_record_is_told_as_such() throws IOException {
        world.connected();
        Path record = world.home().resolve("records/client.json");
        Files.delete(record);
        Files.createDirectory(record);

        Problem problem = Objects.requireNonNull(world.open().status().problem());
        assertThat(problem.code()).isEqualTo(Code.HOME_UNUSABLE);
        assertThat(problem.detail()).isEqualTo(record + " is a folder, where a file belongs.");
        assertThat(problem.remedy()).startsWith("Put the file back");
    }

    @Test
    void files_that_are_in_the_way_change_nothing_of_what_is_known() throws IOException {
        Installation foxden = world.connected();
        Status before = foxden.status();
        Path record = world.home().resolve("records/" + world.connectionRecord() + ".json");
        Path aside = world.home().resolve("aside");
        Files.move(record, aside);
        Files.createDirectory(record);

        Status meanwhile = foxden.status();
        assertThat(meanwhile.phase()).isEqualTo(Phase.CONNECTED);
        assertThat(meanwhile.connection()).isEqualTo(before.connection());
        assertThat(Objects.requireNonNull(meanwhile.problem()).code()).isEqualTo(Code.HOME_UNUSABLE);

        Files.delete(record);
        Files.move(aside, record);
        assertThat(foxden.status()).isEqualTo(before);
    }

    @Test
    void doctor_names_a_folder_of_the_home_that_is_no_folder() throws IOException {
        Installation foxden = world.connected();
        Path history = world.home().resolve("history");
        Files.move(history, world.home().resolve("aside"));
        Files.createFile(history, PosixFilePermissions.asFileAttribute(Set.of()));

        assertThat(foxden.doctor().checks())
                .filteredOn(check -> check.name().equals("home"))
                .singleElement()
                .satisfies(check -> assertThat(check.detail()).contains(history.toString()));
    }

    private void tear(String record) throws IOException {
        Path file = world.home().resolve("records/" + record + ".json");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    }
}
