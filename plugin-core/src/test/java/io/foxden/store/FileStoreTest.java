package io.foxden.store;

import static io.foxden.store.Deeds.erase;
import static io.foxden.store.Deeds.forget;
import static io.foxden.store.Deeds.saying;
import static io.foxden.store.Deeds.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.foxden.file.Steps;
import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class FileStoreTest extends StoreContract {
    private static final Fields OLD = saying("old");
    private static final Fields NEW = saying("new");

    @TempDir
    Path home;

    @Override
    FileStore openStore() {
        return StoreProgram.open(home, Steps.NONE);
    }

    private Path newest() {
        return home.resolve("records/client.json");
    }

    private Path previous() {
        return home.resolve("records/client.json.prev");
    }

    /** The old version; the new one is written after it. */
    private static Entry oldAndNew(Store store) {
        Entry old = write(store, "client", OLD);
        write(store, "client", NEW);
        return old;
    }

    private static void assertUnreadable(Store store, String... parts) {
        assertThatThrownBy(() -> store.read("client"))
                .asInstanceOf(type(OperatorException.class))
                .satisfies(e -> assertThat(e.code()).isEqualTo(Code.RECORD_UNREADABLE))
                .satisfies(e -> assertThat(e).hasMessageContainingAll(parts));
    }

    static String everyByteBelow(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    // The files

    @Test
    void the_file_says_format_name_version_checksum_and_content() throws IOException {
        Store store = openStore();
        Entry old = oldAndNew(store);
        Entry entry = store.read("client").orElseThrow();

        assertThat(Files.readString(newest()))
                .matches("(?s)\\{\\s*\"format\" : 1,\\s*\"record\" : \"client\",\\s*\"version\" : " + entry.version()
                        + ",\\s*\"sha256\" : \"[0-9a-f]{64}\",\\s*\"content\" : \\{\\s*\"text\" : \"new\"\\s*}\\s*}\n");
        assertThat(Files.readString(previous())).contains("\"old\"").contains("\"version\" : " + old.version());
    }

    /** If this fails, records written by earlier versions of Foxden are no longer read: then there must be a format 2. */
    @Test
    void a_record_written_by_the_first_version_is_read() throws IOException {
        Files.createDirectories(newest().getParent());
        Files.writeString(newest(), """
                {"record":"client","version":7,"format":1,"content":{
                 "text":"a\\nb","number":-5,"flag":true,"group":{"z":"1","a":"2"},"list":[{"k":"v"}],"texts":["x"]},
                 "sha256":"a0946489219d95a3b55cecb3fd1ac25635587fd253a847300319300d2c4f5187"}""");

        assertThat(openStore().read("client"))
                .contains(new Entry(
                        "client",
                        7,
                        Fields.none()
                                .with("text", "a\nb")
                                .with("number", -5)
                                .with("flag", true)
                                .with("group", Fields.none().with("a", "2").with("z", "1"))
                                .withList("list", List.of(Fields.none().with("k", "v")))
                                .withTexts("texts", List.of("x")),
                        false));
    }

    @Test
    void files_are_for_their_owner_only() throws IOException {
        Store store = openStore();
        oldAndNew(store);
        store.lease("registration", Duration.ZERO).close();

        try (Stream<Path> paths = Files.walk(home)) {
            assertThat(paths.filter(path -> !path.equals(home)))
                    .hasSizeGreaterThan(7)
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
        }
    }

    @Test
    void reading_makes_no_files() throws IOException {
        Path absent = home.resolve("not/there");
        try (Store store = StoreProgram.open(absent, Steps.NONE)) {
            assertThat(store.read("client")).isEmpty();
            assertThat(store.names("")).isEmpty();
            assertThat(store.revision("client")).isZero();
        }
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void foreign_files_are_not_records() throws IOException {
        Store store = openStore();
        oldAndNew(store);
        for (String name :
                List.of("notes.txt", "Client.json", "a.b.json", ".json", "client.json.bak", ".x.json.5.tmp")) {
            Files.writeString(home.resolve("records").resolve(name), "foreign");
        }

        assertThat(store.names("")).containsExactly("client");
    }

    // Damage

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\0\0\0\0\0\0\0\0",
                "garbage",
                "null",
                "[]",
                "{}",
                "{\"format\":1}",
                "{\"format\":1,\"record\":\"client\",\"version\":9,\"sha256\":\"0\",\"content\":{}}",
                "{\"format\":1,\"record\":\"client\",\"version\":9,\"sha256\":\"0\",\"content\":null}",
                "{\"format\":\"1\",\"record\":\"client\"}",
                "{\"format\":0,\"record\":\"client\"}"
            })
    void a_damaged_newest_version_gives_way_to_the_one_before_it(String damage) throws IOException {
        Store store = openStore();
        Entry old = oldAndNew(store);
        Entry other = write(store, "other", NEW);
        Files.writeString(newest(), damage);

        Entry read = openStore().read("client").orElseThrow();

        assertThat(read).isEqualTo(new Entry("client", old.version(), OLD, true));
        assertThat(store.read("other")).contains(other);
        assertThat(store.names("")).containsExactly("client", "other");
        assertThat(store.revision("client")).isNotZero();
    }

    @Test
    void a_file_cut_anywhere_reads_as_new_or_as_old() throws IOException {
        Store store = openStore();
        oldAndNew(store);
        byte[] whole = Files.readAllBytes(newest());
        int needed = new String(whole, StandardCharsets.UTF_8).stripTrailing().length();

        for (int length = 0; length < whole.length; length++) {
            Files.write(newest(), Arrays.copyOf(whole, length));
            Entry read = store.read("client").orElseThrow();
            assertThat(read.content()).isEqualTo(length < needed ? OLD : NEW);
            assertThat(read.recovered()).isEqualTo(length < needed);
        }
    }

    @Test
    void a_file_with_a_bit_flipped_anywhere_reads_as_new_or_as_old() throws IOException {
        Store store = openStore();
        oldAndNew(store);
        byte[] whole = Files.readAllBytes(newest());

        for (int bit = 0; bit < whole.length * 8; bit += 3) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(newest(), flipped);
            Entry read = readOrNewerFormat(store, flipped);
            assertThat(read.content()).as("bit " + bit).isEqualTo(read.recovered() ? OLD : NEW);
        }
    }

    /** A 1 that became a 5 in "format" is taken for a newer format, and rightly not guessed at. */
    private static Entry readOrNewerFormat(Store store, byte[] bytes) {
        if (new String(bytes, StandardCharsets.UTF_8).matches("(?s).*\"format\" : [2-9].*")) {
            assertUnreadable(store, "newer");
            return new Entry("client", 1, OLD, true);
        }
        return store.read("client").orElseThrow();
    }

    @Test
    void the_file_of_another_record_is_damage() throws IOException {
        Store store = openStore();
        oldAndNew(store);
        write(store, "other", NEW);

        Files.copy(home.resolve("records/other.json"), newest(), StandardCopyOption.REPLACE_EXISTING);

        assertThat(store.read("client").orElseThrow().recovered()).isTrue();
    }

    @Test
    void a_newest_version_that_was_deleted_gives_way_too() throws IOException {
        Store store = openStore();
        oldAndNew(store);

        Files.delete(newest());
        assertThat(store.read("client").orElseThrow().content()).isEqualTo(OLD);
        assertThat(store.names("")).containsExactly("client");
        assertThat(store.revision("client")).isNotZero();
    }

    @Test
    void a_huge_file_is_damage() throws IOException {
        Store store = openStore();
        oldAndNew(store);

        Files.write(newest(), new byte[3_000_000]);

        assertThat(store.read("client").orElseThrow().content()).isEqualTo(OLD);
        Files.delete(previous());
        assertUnreadable(store, "is damaged: it is larger than 1000000 bytes. The version before it");
    }

    @Test
    void writing_over_a_recovered_version_works_with_a_number_that_nobody_has_read() throws IOException {
        Store store = openStore();
        Entry old = oldAndNew(store);
        Entry lost = store.read("client").orElseThrow();
        Files.writeString(newest(), "torn");

        Entry next = write(store, "client", "next");

        assertThat(next.version()).isGreaterThan(old.version()).isNotEqualTo(lost.version());
        assertThat(store.read("client")).contains(next);
        Files.writeString(newest(), "torn again");
        assertThat(store.read("client").orElseThrow().content()).isEqualTo(OLD);
    }

    @Test
    void a_recovered_record_can_be_forgotten_and_erased() throws IOException {
        Store store = openStore();
        oldAndNew(store);
        Files.writeString(newest(), "torn");
        forget(store, "client", saying("forgotten"));
        assertThat(store.read("client").orElseThrow().recovered()).isFalse();
        assertThat(everyByteBelow(home)).doesNotContain("\"old\"");

        Files.writeString(newest(), "torn");
        erase(store, "client");
        assertThat(store.read("client")).isEmpty();
        assertThat(store.names("")).isEmpty();
    }

    @Test
    void damage_is_logged_once_with_the_file_and_again_after_it_was_written_over() throws IOException {
        Store store = openStore();
        oldAndNew(store);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(FileStore.class);
        log.start();
        logger.addAppender(log);
        logger.setAdditive(false);
        try {
            Files.writeString(newest(), "torn");
            store.read("client");
            store.read("client");
            assertThat(log.list)
                    .singleElement()
                    .satisfies(
                            event -> assertThat(event.getFormattedMessage()).contains("client", newest().toString()));

            oldAndNew(store);
            Files.writeString(newest(), "torn");
            store.read("client");
            assertThat(log.list).hasSizeGreaterThan(1);
        } finally {
            logger.detachAppender(log);
            logger.setAdditive(true);
        }
    }

    @Test
    void a_record_with_both_versions_damaged_is_unreadable_and_not_written_over() throws IOException {
        Store store = openStore();
        oldAndNew(store);
        Entry other = write(store, "other", NEW);
        Files.writeString(newest(), "torn");
        Files.writeString(previous(), "torn too");

        assertUnreadable(store, newest().toString(), previous().toString(), Code.RECORD_UNREADABLE.remedy());
        assertThatThrownBy(() -> write(store, "client", NEW)).isInstanceOf(OperatorException.class);
        assertThatThrownBy(() -> erase(store, "client")).isInstanceOf(OperatorException.class);
        assertThat(Files.readString(newest())).isEqualTo("torn");
        assertThat(Files.readString(previous())).isEqualTo("torn too");
        assertThat(store.read("other")).contains(other);
        assertThat(store.names("")).containsExactly("client", "other");
    }

    @Test
    void a_first_version_is_kept_twice_from_the_start() throws IOException {
        Store store = openStore();
        Entry first = write(store, "client", NEW);
        Files.writeString(newest(), "");

        assertThat(store.read("client")).contains(new Entry("client", first.version(), NEW, true));
    }

    @Test
    void a_first_version_of_the_released_format_is_kept_twice_when_somebody_says_so() throws IOException {
        Store store = openStore();
        Entry first = write(store, "client", NEW);
        Files.delete(previous());

        store.keepTwice("client");

        Files.writeString(newest(), "torn");
        assertThat(store.read("client")).contains(new Entry("client", first.version(), NEW, true));
    }

    @Test
    void a_damaged_record_without_another_version_is_unreadable() throws IOException {
        Store store = openStore();
        write(store, "client", NEW);
        Files.writeString(newest(), "");
        Files.delete(previous());

        assertUnreadable(store, newest().toString(), "it is empty");
    }

    @Test
    void a_message_about_damage_does_not_show_the_content() throws IOException {
        Store store = openStore();
        write(store, "client", "NEEDLE");
        Files.delete(previous());
        Files.writeString(newest(), Files.readString(newest()).replace("\"text\"", "\"text\" , "));

        assertThatThrownBy(() -> store.read("client"))
                .hasMessageContaining("line")
                .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("NEEDLE"));
    }

    private static String stackTrace(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    // Newer formats

    @ParameterizedTest
    @ValueSource(strings = {"{\"format\":2}", "{\"format\":17,\"blob\":\"AAAA\"}"})
    void a_newer_format_is_refused_and_not_written_over(String content) throws IOException {
        Store store = openStore();
        oldAndNew(store);
        Files.writeString(newest(), content);

        assertUnreadable(store, newest().toString(), "newer Foxden");
        for (Change change : List.of(Change.to(NEW), Change.to(NEW).withoutTrace(), Change.erased())) {
            assertThatThrownBy(() -> store.change("client", now -> change)).isInstanceOf(OperatorException.class);
        }
        assertThat(Files.readString(newest())).isEqualTo(content);
    }

    @Test
    void an_earlier_version_in_a_newer_format_is_no_fallback() throws IOException {
        Store store = openStore();
        oldAndNew(store);
        Files.writeString(previous(), "{\"format\":2}");
        assertThat(store.read("client").orElseThrow().content()).isEqualTo(NEW);

        Files.writeString(newest(), "torn");

        assertUnreadable(store, previous().toString(), "newer Foxden");
    }

    // Forgetting

    @Test
    void writing_without_trace_leaves_no_byte_of_the_old_content_in_any_file() throws IOException {
        Store store = openStore();
        write(store, "client", "NEEDLE-1");
        write(store, "client", "NEEDLE-2");
        assertThat(everyByteBelow(home)).contains("NEEDLE-1", "NEEDLE-2");

        forget(store, "client", saying("nothing"));

        assertThat(everyByteBelow(home)).doesNotContain("NEEDLE");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_was_forgotten_does_not_come_back_by_damage(boolean durable) throws IOException {
        Store store = openStore();
        write(store, "client", "unspent");
        write(store, "client", "unspent still");
        store.change("client", now -> new Change.Replace(saying("spent"), false, durable));

        Files.writeString(newest(), "torn");

        assertThat(store.read("client").map(Entry::content)).isIn(Optional.of(saying("spent")), Optional.empty());
        write(store, "client", "next");
        Files.writeString(newest(), "torn");
        assertThat(store.read("client").map(Entry::content))
                .isIn(Optional.of(saying("spent")), Optional.of(saying("next")));
    }

    @Test
    void erasing_leaves_no_byte_of_the_content_in_any_file() throws IOException {
        Store store = openStore();
        write(store, "client", "NEEDLE-1");
        write(store, "client", "NEEDLE-2");

        erase(store, "client");

        assertThat(everyByteBelow(home)).doesNotContain("NEEDLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"torn", "{\"format\":2}", ""})
    void discarding_leaves_nothing_of_a_record_that_cannot_be_read_nor_of_a_crashed_write(String content)
            throws IOException {
        Store store = openStore();
        oldAndNew(store);
        Files.writeString(newest(), content);
        Files.writeString(previous(), content);
        Files.writeString(home.resolve("records/.client.json.123.tmp"), "NEEDLE of a crashed write");
        assertThatThrownBy(() -> store.read("client")).isInstanceOf(OperatorException.class);

        store.discard("client");

        assertThat(store.read("client")).isEmpty();
        assertThat(home.resolve("records")).isEmptyDirectory();
    }

    // What was not waited for

    @Test
    void a_record_written_soon_that_a_power_cut_tore_was_never_there() throws IOException {
        Store store = openStore();
        store.change("client", now -> Change.to(NEW).soon());
        Files.writeString(newest(), "");

        assertThat(store.read("client")).isEmpty();
        assertThat(write(store, "client", OLD).content()).isEqualTo(OLD);
        Files.writeString(newest(), "torn");
        assertThat(store.read("client").orElseThrow().content()).isEqualTo(OLD);
    }

    @Test
    void versions_written_soon_that_a_power_cut_tore_give_way_to_the_last_that_was_waited_for() throws IOException {
        Store store = openStore();
        write(store, "client", OLD);
        store.change("client", now -> Change.to(NEW).soon());
        store.change("client", now -> Change.to(NEW).soon());

        Files.writeString(newest(), "");

        assertThat(store.read("client").orElseThrow().content()).isEqualTo(OLD);
    }

    @Test
    void what_a_crash_left_before_there_was_a_record_is_none_and_goes() throws IOException {
        Store store = openStore();
        write(store, "other", NEW);
        Path marker = Files.createFile(home.resolve("records/client.json.soon"));

        assertThat(store.names("")).containsExactly("other");
        assertThat(store.read("client")).isEmpty();
        assertThat(store.prune("client", entry -> false, 100)).isEqualTo(1);
        assertThat(marker).doesNotExist();
    }

    @Test
    void what_a_power_cut_left_of_a_record_that_nobody_waited_for_is_pruned_a_day_later() throws IOException {
        Store store = openStore();
        store.change("client", now -> Change.to(NEW).withoutTrace().soon());
        Files.writeString(newest(), "");

        assertThat(store.prune("client", entry -> false, 100)).isZero();
        Files.setLastModifiedTime(newest(), FileTime.from(Instant.now().minus(25, ChronoUnit.HOURS)));

        assertThat(store.prune("client", entry -> false, 100)).isEqualTo(1);
        assertThat(store.names("")).isEmpty();
    }

    @Test
    void a_ruined_record_is_pruned_when_nobody_touched_it_for_a_day_and_one_of_a_newer_format_never()
            throws IOException {
        Store store = openStore();
        for (String name : List.of("ticket-1", "ticket-2", "ticket-3")) {
            write(store, name, NEW);
            for (String ending : List.of(".json", ".json.prev")) {
                Path file = home.resolve("records/" + name + ending);
                Files.writeString(file, name.equals("ticket-3") ? "{\"format\":2}" : "torn");
                Files.setLastModifiedTime(
                        file, FileTime.from(Instant.now().minus(name.equals("ticket-2") ? 1 : 25, ChronoUnit.HOURS)));
            }
        }

        assertThat(store.prune("ticket-", entry -> false, 100)).isEqualTo(1);

        assertThat(store.names("")).containsExactly("ticket-2", "ticket-3");
    }

    // Warnings

    @Test
    void records_that_fell_back_or_cannot_be_read_are_warned_of_whichever_they_are() throws IOException {
        Store store = openStore();
        oldAndNew(store);
        write(store, "site", NEW);
        write(store, "sound", NEW);
        Files.writeString(newest(), "torn");
        Files.writeString(home.resolve("records/site.json"), "torn");
        Files.writeString(home.resolve("records/site.json.prev"), "torn");

        assertThat(Deeds.warnings(store))
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem.code()).isEqualTo(Code.RECORD_UNREADABLE))
                .satisfiesExactly(
                        problem -> assertThat(problem.detail()).contains("'client'"),
                        problem -> assertThat(problem.detail()).contains("site.json"));
    }

    // Trouble

    @Test
    void a_file_where_a_folder_should_be_is_named() throws IOException {
        Files.writeString(home.resolve("records"), "in the way");
        Store store = openStore();

        assertThatThrownBy(() -> store.read("client")).hasMessageContaining("home_unusable");
        assertThatThrownBy(() -> store.names("")).hasMessageContaining("home_unusable");
        assertThatThrownBy(() -> write(store, "client", NEW))
                .asInstanceOf(type(OperatorException.class))
                .satisfies(e -> assertThat(e.code()).isEqualTo(Code.HOME_UNUSABLE))
                .satisfies(e -> assertThat(e)
                        .hasMessageContaining(home.resolve("records").toString()));
    }

    @Test
    void content_larger_than_a_record_may_be_is_refused() {
        assertThatThrownBy(() -> write(openStore(), "client", "x".repeat(2_000_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1000000");
        assertThat(home.resolve("records")).isEmptyDirectory();
    }

    @Test
    void an_interrupted_thread_reads_and_writes_all_the_same() {
        Store store = openStore();
        Thread.currentThread().interrupt();
        try {
            oldAndNew(store);
            assertThat(store.read("client").orElseThrow().content()).isEqualTo(NEW);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }
}
