package io.foxden.store;

import static io.foxden.store.Deeds.saying;
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
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
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

    private Entry oldAndNew(Store store) {
        Entry old = store.write("client", Deeds.version(store, "client"), OLD);
        return store.write("client", old.version(), NEW);
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
        Entry entry = oldAndNew(openStore());

        assertThat(Files.readString(newest()).strip())
                .matches("(?s)\\{\\s*\"format\" : 1,\\s*\"record\" : \"client\",\\s*\"version\" : " + entry.version()
                        + ",\\s*\"sha256\" : \"[0-9a-f]{64}\",\\s*\"content\" : \\{\\s*\"text\" : \"new\"\\s*}\\s*}");
        assertThat(Files.readString(previous())).contains("\"old\"").contains("\"version\" : " + (entry.version() - 1));
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
        Entry newer = oldAndNew(store);
        Entry other = store.write("other", 0, NEW);
        Files.writeString(newest(), damage);

        Entry read = openStore().read("client").orElseThrow();

        assertThat(read).isEqualTo(new Entry("client", newer.version() - 1, OLD, true));
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
        store.write("other", 0, NEW);

        Files.copy(home.resolve("records/other.json"), newest(), StandardCopyOption.REPLACE_EXISTING);

        assertThat(store.read("client").orElseThrow().recovered()).isTrue();
    }

    @Test
    void a_newest_version_that_was_deleted_or_is_a_folder_gives_way_too() throws IOException {
        Store store = openStore();
        oldAndNew(store);

        Files.delete(newest());
        assertThat(store.read("client").orElseThrow().content()).isEqualTo(OLD);
        assertThat(store.names("")).containsExactly("client");
        assertThat(store.revision("client")).isNotZero();

        Files.createDirectory(newest());
        assertThat(store.read("client").orElseThrow().content()).isEqualTo(OLD);
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
    void writing_over_a_recovered_version_works_with_a_number_nobody_has_read() throws IOException {
        Store store = openStore();
        Entry lost = oldAndNew(store);
        Files.writeString(newest(), "torn");
        Entry recovered = store.read("client").orElseThrow();

        assertThatThrownBy(() -> store.write("client", lost.version(), saying("mine")))
                .isInstanceOf(StaleVersionException.class);
        Entry next = store.write("client", recovered.version(), saying("next"));

        assertThat(next.version()).isGreaterThan(lost.version());
        assertThat(store.read("client")).contains(next);
        Files.writeString(newest(), "torn again");
        Entry again = store.read("client").orElseThrow();
        assertThat(again.content()).isEqualTo(OLD);
        assertThat(again.version()).isGreaterThan(lost.version()).isNotEqualTo(next.version());
        assertThat(store.write("client", again.version(), NEW).version()).isGreaterThan(next.version());
    }

    @Test
    void a_recovered_record_can_be_forgotten_and_erased() throws IOException {
        Store store = openStore();
        oldAndNew(store);
        Files.writeString(newest(), "torn");
        store.writeWithoutTrace("client", Deeds.version(store, "client"), saying("forgotten"));
        assertThat(store.read("client").orElseThrow().recovered()).isFalse();
        assertThat(everyByteBelow(home)).doesNotContain("\"old\"");

        Files.writeString(newest(), "torn");
        store.erase("client", Deeds.version(store, "client"));
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
        Entry other = store.write("other", 0, NEW);
        Files.writeString(newest(), "torn");
        Files.writeString(previous(), "torn too");

        assertUnreadable(store, newest().toString(), previous().toString(), Code.RECORD_UNREADABLE.remedy());
        assertThatThrownBy(() -> store.write("client", 0, NEW)).isInstanceOf(OperatorException.class);
        assertThatThrownBy(() -> store.erase("client", 0)).isInstanceOf(OperatorException.class);
        assertThat(Files.readString(newest())).isEqualTo("torn");
        assertThat(Files.readString(previous())).isEqualTo("torn too");
        assertThat(store.read("other")).contains(other);
        assertThat(store.names("")).containsExactly("client", "other");
    }

    @Test
    void a_first_version_that_is_damaged_is_unreadable() throws IOException {
        Store store = openStore();
        store.write("client", 0, NEW);
        Files.writeString(newest(), "");

        assertUnreadable(store, newest().toString(), "it is empty");
    }

    @Test
    void a_message_about_damage_does_not_show_the_content() throws IOException {
        Store store = openStore();
        store.write("client", 0, saying("NEEDLE"));
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
        Entry entry = oldAndNew(store);
        Files.writeString(newest(), content);

        assertUnreadable(store, newest().toString(), "newer Foxden");
        for (long version : List.of(0L, entry.version() - 1, entry.version())) {
            assertThatThrownBy(() -> store.write("client", version, NEW)).isInstanceOf(OperatorException.class);
            assertThatThrownBy(() -> store.writeWithoutTrace("client", version, NEW))
                    .isInstanceOf(OperatorException.class);
            assertThatThrownBy(() -> store.erase("client", version)).isInstanceOf(OperatorException.class);
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
        Entry entry = store.write("client", 0, saying("NEEDLE-1"));
        entry = store.write("client", entry.version(), saying("NEEDLE-2"));
        Files.writeString(home.resolve("records/.client.json.123.tmp"), "NEEDLE-3 of a crashed write");
        assertThat(everyByteBelow(home)).contains("NEEDLE-1", "NEEDLE-2", "NEEDLE-3");

        store.writeWithoutTrace("client", entry.version(), saying("nothing"));

        assertThat(everyByteBelow(home)).doesNotContain("NEEDLE");
    }

    @Test
    void erasing_leaves_no_byte_of_the_content_in_any_file() throws IOException {
        Store store = openStore();
        Entry entry = store.write("client", 0, saying("NEEDLE-1"));
        entry = store.write("client", entry.version(), saying("NEEDLE-2"));

        store.erase("client", entry.version());

        assertThat(everyByteBelow(home)).doesNotContain("NEEDLE");
    }

    // Trouble

    @Test
    void a_file_where_a_folder_should_be_is_named() throws IOException {
        Files.writeString(home.resolve("records"), "in the way");

        assertThatThrownBy(() -> openStore().write("client", 0, NEW))
                .asInstanceOf(type(OperatorException.class))
                .satisfies(e -> assertThat(e.code()).isEqualTo(Code.HOME_UNUSABLE))
                .satisfies(e -> assertThat(e)
                        .hasMessageContaining(home.resolve("records").toString()));
    }

    @Test
    void content_larger_than_a_record_may_be_is_refused() {
        assertThatThrownBy(() -> openStore().write("client", 0, saying("x".repeat(2_000_000))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1000000");
        assertThat(home.resolve("records")).isEmptyDirectory();
    }

    @Test
    void an_interrupted_thread_reads_and_writes_all_the_same() {
        Store store = openStore();
        Thread.currentThread().interrupt();
        try {
            Entry entry = oldAndNew(store);
            assertThat(store.read("client")).contains(entry);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void a_lease_whose_file_was_deleted_is_not_held() throws IOException {
        Lease lease = openStore().lease("registration", Duration.ZERO);

        Files.delete(home.resolve("locks/lease-registration.lock"));

        assertThat(lease.held()).isFalse();
    }
}
