package io.foxden.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foxden.config.Settings;
import io.foxden.config.Surroundings;
import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.secret.Secret;
import io.foxden.setting.Setting;
import io.foxden.store.Change;
import io.foxden.store.Fields;
import io.foxden.store.Lease;
import io.foxden.vault.Label;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    private static final Label LABEL = new Label("client", "client_secret");

    @TempDir
    Path folder;

    private Settings settings() {
        return Surroundings.none()
                .commandLine(Setting.HOME, folder.resolve("home").toString())
                .read();
    }

    private Home open() {
        return Home.open(settings(), Machinery.real());
    }

    private Path file(String name) {
        return folder.resolve("home").resolve(name);
    }

    private Map<String, FileTime> everything() throws IOException {
        Map<String, FileTime> all = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                all.put(path.toString(), Files.getLastModifiedTime(path));
            }
        }
        return all;
    }

    @Test
    void an_installation_is_the_same_each_time_it_is_opened() {
        String sealed = open().vault().seal(LABEL, Secret.of("x"));

        assertThat(open().vault().open(LABEL, sealed)).isEqualTo(Secret.of("x"));
        assertThat(warnings(open())).isEmpty();
    }

    @Test
    void a_home_that_is_whole_is_opened_without_waiting_for_anybody() {
        Home first = open();

        try (Lease lease = first.store().lease("installation", Duration.ZERO)) {
            assertThat(open().vault().problem()).isEmpty();
            assertThat(lease.held()).isTrue();
        }
    }

    @Test
    void looking_changes_nothing_and_takes_no_lock() throws IOException {
        assertThat(Home.look(settings(), Machinery.real())).isEmpty();
        assertThat(folder).isEmptyDirectory();
        Home opened = open();
        String sealed = opened.vault().seal(LABEL, Secret.of("x"));
        Files.writeString(file("records/installation.json"), "torn");
        Files.writeString(file("vault.json"), "torn");
        Files.writeString(file("records/.client.json.1.tmp"), "of a crashed write");
        Map<String, FileTime> before = everything();

        Home home = Home.look(settings(), Machinery.real()).orElseThrow();

        assertThat(home.vault().open(LABEL, sealed)).isEqualTo(Secret.of("x"));
        assertThat(warnings(home)).hasSize(2);
        assertThat(home.store().change("client", now -> Change.none())).isEmpty();
        assertThat(home.store().prune("client", entry -> true, 10)).isZero();
        for (Runnable write : List.<Runnable>of(
                () -> home.store().change("client", now -> Change.to(Fields.none())),
                () -> home.store().discard("client"),
                () -> home.store().lease("client", Duration.ZERO))) {
            assertThatIllegalStateException().isThrownBy(write::run);
        }
        home.store().close();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void one_torn_file_of_those_written_once_stops_nothing_is_told_and_mended() throws IOException {
        String sealed = open().vault().seal(LABEL, Secret.of("x"));
        for (String name : List.of("records/installation.json", "vault.json")) {
            Files.writeString(file(name), "");

            Home home = open();

            assertThat(home.vault().open(LABEL, sealed)).as(name).isEqualTo(Secret.of("x"));
            assertThat(warnings(home))
                    .as(name)
                    .singleElement()
                    .extracting(Problem::code)
                    .isEqualTo(Code.RECORD_UNREADABLE);
            assertThat(Files.readString(file(name))).as(name).isNotEmpty();
            assertThat(warnings(open())).as(name).isEmpty();
        }
    }

    @Test
    void an_identity_of_the_released_version_is_kept_twice_from_the_first_start() throws IOException {
        String sealed = open().vault().seal(LABEL, Secret.of("x"));
        Files.delete(file("records/installation.json.prev"));

        open();

        Files.writeString(file("records/installation.json"), "");
        assertThat(open().vault().open(LABEL, sealed)).isEqualTo(Secret.of("x"));
    }

    @Test
    void whatever_is_damaged_or_lost_a_home_can_be_begun_anew_without_its_key() throws IOException {
        for (List<String> lost : List.of(
                List.of("vault.key"),
                List.of("vault.json", "vault.json.copy"),
                List.of("records/installation.json", "records/installation.json.prev"),
                List.of("records/client.json", "records/client.json.prev"),
                List.of("records/access.json", "records/access.json.prev"))) {
            for (String content : List.of("", "torn", "{\"format\":2}")) {
                Home home = open();
                home.store().change("access", now -> Change.to(Fields.none().with("claimed", true)));
                home.store().change("client", now -> Change.to(Fields.none().with("secret", "sealed")));
                for (String name : lost) {
                    Files.writeString(file(name), content);
                }

                Home renewed = Home.withoutKey(settings(), Machinery.real());

                assertThat(renewed.vault().problem()).as(lost + content).isEmpty();
                assertThat(renewed.store().names("")).contains("installation").doesNotContain("client");
                assertThat(renewed.store().names("").contains("access"))
                        .isEqualTo(!lost.get(0).contains("access"));
                assertThat(warnings(open())).isEmpty();
            }
        }
    }

    @Test
    void both_copies_of_the_identity_damaged_is_told_with_both_files() throws IOException {
        open();
        Files.writeString(file("records/installation.json"), "");
        Files.writeString(file("records/installation.json.prev"), "torn");

        assertThatThrownBy(this::open)
                .isInstanceOf(OperatorException.class)
                .hasMessageContainingAll("installation.json is damaged", "installation.json.prev, does not help");
    }

    private static List<Problem> warnings(Home home) {
        List<Problem> warnings = new ArrayList<>(home.folder().warnings());
        warnings.addAll(home.mended());
        warnings.addAll(home.vault().warnings());
        home.store().examine(warnings::add, warnings::add);
        return warnings;
    }
}
