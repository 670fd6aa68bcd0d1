package io.foxden.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.foxden.file.PowerCut;
import io.foxden.file.PrivateFolder;
import io.foxden.file.Steps;
import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.secret.RandomText;
import io.foxden.secret.Secret;
import io.foxden.setting.VaultKeySource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultKeyTest {
    private static final RandomText RANDOM = new RandomText(new SecureRandom());
    private static final Label LABEL = new Label("client", "client_secret");
    private static final Secret VALUE = Secret.of("value");
    private static final VaultKeySource GENERATED = new VaultKeySource.Generated();
    private static final VaultKeySource PASSPHRASE = new VaultKeySource.Passphrase(Secret.of("correct horse bättery"));

    @TempDir
    Path home;

    @Test
    void a_key_is_made_once_for_the_owner_only() throws IOException {
        String envelope = open(GENERATED).seal(LABEL, VALUE);
        String key = Files.readString(home.resolve("vault.key"));

        assertThat(open(GENERATED).open(LABEL, envelope)).isEqualTo(VALUE);
        assertThat(Files.readString(home.resolve("vault.key"))).isEqualTo(key);
        assertThat(Base64.getDecoder().decode(key.strip())).hasSize(32);
        assertThat(mode("vault.key")).isEqualTo("rw-------");
        assertThat(mode("vault.json")).isEqualTo("rw-------");
        assertThat(Files.readString(home.resolve("vault.json"))).doesNotContain(key.strip());
    }

    @Test
    void after_a_power_cut_anywhere_in_the_first_start_the_next_one_succeeds_with_the_same_key() {
        List<String> keys = new ArrayList<>();

        int steps = PowerCut.atEveryStep(
                cut -> {
                    empty();
                    open(GENERATED, cut, "id", false);
                },
                step -> {
                    String before = existing("vault.key");
                    Vault vault = open(GENERATED);
                    assertThat(vault.problem()).as(step).isEmpty();
                    assertThat(vault.open(LABEL, vault.seal(LABEL, VALUE))).isEqualTo(VALUE);
                    assertThat(open(GENERATED).keyId()).isEqualTo(vault.keyId());
                    if (!before.isEmpty()) {
                        assertThat(existing("vault.key")).isEqualTo(before);
                    }
                    keys.add(before);
                });

        assertThat(steps).isEqualTo(17);
        assertThat(keys).filteredOn(String::isEmpty).hasSize(3);
    }

    @Test
    void many_first_starts_at_once_agree_on_one_key() throws Exception {
        int many = 8;
        CyclicBarrier start = new CyclicBarrier(many);
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            List<Future<Vault>> opened = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                Callable<Vault> open = () -> {
                    start.await();
                    return open(GENERATED);
                };
                opened.add(threads.submit(open));
            }
            Vault first = opened.get(0).get();
            String envelope = first.seal(LABEL, VALUE);
            for (Future<Vault> each : opened) {
                assertThat(each.get().open(LABEL, envelope)).isEqualTo(VALUE);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_generated_key_that_is_missing_is_told_and_never_made_anew() throws IOException {
        open(GENERATED);
        Files.delete(home.resolve("vault.key"));

        assertUntouched(GENERATED, Code.VAULT_KEY_MISSING, "vault.key is not there");
    }

    @Test
    void a_missing_vault_file_is_told_where_sealed_records_exist_and_never_made_anew() throws IOException {
        open(GENERATED);
        Files.delete(home.resolve("vault.json"));

        assertUntouched(
                GENERATED, Code.VAULT_KEY_MISSING, "There are sealed records, but " + home.resolve("vault.json"));
    }

    @Test
    void a_missing_vault_file_is_made_again_where_nothing_is_sealed() throws IOException {
        open(GENERATED);
        String key = existing("vault.key");
        Files.delete(home.resolve("vault.json"));

        assertThat(open(GENERATED).problem()).isEmpty();
        assertThat(existing("vault.key")).isEqualTo(key);
    }

    @Test
    void another_key_in_the_key_file_is_told() throws IOException {
        open(GENERATED);
        Files.writeString(home.resolve("vault.key"), key());

        assertUntouched(GENERATED, Code.VAULT_KEY_WRONG, "does not open with the key from the key file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not base64!", "c2hvcnQ=", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void a_key_file_without_a_key_is_told_and_not_shown(String content) throws IOException {
        open(GENERATED);
        Files.writeString(home.resolve("vault.key"), content);

        Problem problem = assertUntouched(GENERATED, Code.VAULT_KEY_WRONG, "a key is Base64 of 32 bytes");
        assertThat(problem.detail()).doesNotContain(content);
    }

    @Test
    void a_key_file_that_is_torn_is_told() throws IOException {
        open(GENERATED);
        Files.writeString(home.resolve("vault.key"), "");

        assertUntouched(GENERATED, Code.VAULT_KEY_WRONG, "vault.key holds Base64 of 0 bytes");
    }

    @Test
    void the_key_itself_is_in_one_place_only() throws IOException {
        open(GENERATED);

        assertThat(content()).containsOnlyKeys("vault.json", "vault.json.copy", "vault.key");
    }

    @Test
    void an_installation_of_the_released_version_gets_its_copy_at_the_first_start() throws IOException {
        open(GENERATED);
        Map<String, String> made = content();
        Files.delete(home.resolve("vault.json.copy"));

        assertThat(look().problem()).isEmpty();
        assertThat(content()).hasSize(2);
        assertThat(open(GENERATED).problem()).isEmpty();

        assertThat(content()).isEqualTo(made).containsOnlyKeys("vault.json", "vault.json.copy", "vault.key");
        assertThat(mode("vault.json.copy")).isEqualTo("rw-------");
    }

    @Test
    void blanks_and_line_ends_around_a_key_do_not_count() throws IOException {
        String key = key();
        Path file = Files.writeString(home.resolve("mine"), "\t " + key + " \r\n\n");
        String envelope = open(new VaultKeySource.File(file)).seal(LABEL, VALUE);

        Files.writeString(file, key);

        assertThat(open(new VaultKeySource.File(file)).open(LABEL, envelope)).isEqualTo(VALUE);
        assertThat(home.resolve("vault.key")).doesNotExist();
    }

    @Test
    void a_key_can_move_between_setting_and_file_and_be_written_in_either_alphabet() throws IOException {
        String key = "-_".repeat(21) + "8=";
        String envelope = open(given(key)).seal(LABEL, VALUE);
        Path file =
                Files.writeString(home.resolve("mine"), key.replace('-', '+').replace('_', '/'));

        assertThat(open(new VaultKeySource.File(file)).open(LABEL, envelope)).isEqualTo(VALUE);
    }

    @Test
    void a_wrong_or_missing_given_key_is_told() {
        open(given(key()));

        assertUntouched(
                given(key()), Code.VAULT_KEY_WRONG, "does not open with the key from the setting foxden.vault.key");
        assertUntouched(GENERATED, Code.VAULT_KEY_MISSING, "vault.key is not there");
        assertUntouched(PASSPHRASE, Code.VAULT_KEY_WRONG, "was made with a key, and a passphrase is given");
    }

    @Test
    void a_key_file_that_is_missing_or_unreadable_is_told_at_the_first_start_too() {
        VaultKeySource missing = new VaultKeySource.File(home.resolve("nowhere"));
        Vault vault = open(missing);

        assertThat(vault.problem()).get().extracting(Problem::code).isEqualTo(Code.VAULT_KEY_MISSING);
        assertThat(vault.problem().orElseThrow().detail()).contains("nowhere is not there");
        assertThat(open(new VaultKeySource.File(home)).problem())
                .get()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(Code.VAULT_KEY_MISSING))
                .satisfies(problem -> assertThat(problem.detail()).contains("is a folder"));
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void a_key_that_nobody_knows_opens_nothing_and_makes_nothing() {
        Problem problem = Problem.of(Code.BAD_SETTING, "foxden.vault.key is not Base64.");

        assertThat(open(new VaultKeySource.Unknown(problem)).problem()).contains(problem);
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void a_passphrase_gives_the_same_key_every_time_and_no_key_file() {
        String envelope = open(PASSPHRASE).seal(LABEL, VALUE);

        assertThat(open(PASSPHRASE).open(LABEL, envelope)).isEqualTo(VALUE);
        assertThat(open(new VaultKeySource.Passphrase(Secret.of("correct horse ba\u0308ttery")))
                        .open(LABEL, envelope))
                .as("the same letters in another composition")
                .isEqualTo(VALUE);
        assertThat(home.resolve("vault.key")).doesNotExist();
    }

    @Test
    void a_new_vault_pays_the_usual_cost_for_its_passphrase() {
        Vault vault = Vault.open(PrivateFolder.prepare(home, Steps.NONE), PASSPHRASE, "id", false, RANDOM);

        assertThat(vault.problem()).isEmpty();
        assertThat(existing("vault.json"))
                .contains("\"memory_kib\" : 65536", "\"iterations\" : 3", "\"parallelism\" : 1", "\"salt\"");
    }

    @Test
    void a_wrong_or_missing_passphrase_is_told() {
        open(PASSPHRASE);

        VaultKeySource wrong = new VaultKeySource.Passphrase(Secret.of("incorrect horse"));
        assertUntouched(
                wrong, Code.VAULT_KEY_WRONG, "does not open with the key from the setting foxden.vault.passphrase");
        assertUntouched(GENERATED, Code.VAULT_KEY_MISSING, "was made with a passphrase, and none is given");
        assertUntouched(given(key()), Code.VAULT_KEY_MISSING, "was made with a passphrase, and none is given");
    }

    @Test
    void after_a_power_cut_anywhere_the_passphrase_still_opens() {
        PowerCut.atEveryStep(
                cut -> {
                    empty();
                    open(PASSPHRASE, cut, "id", false);
                },
                step -> {
                    Vault vault = open(PASSPHRASE);
                    String envelope = vault.seal(LABEL, VALUE);
                    assertThat(open(PASSPHRASE).open(LABEL, envelope)).as(step).isEqualTo(VALUE);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"format\":1}", "{\"format\":\"1\"}", "\u0000\u0000"})
    void a_vault_file_that_cannot_be_understood_is_mended_from_its_copy(String content) throws IOException {
        String envelope = open(GENERATED).seal(LABEL, VALUE);
        String whole = existing("vault.json");
        Files.writeString(home.resolve("vault.json"), content);

        assertThat(look().warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.code()).isEqualTo(Code.RECORD_UNREADABLE))
                .satisfies(warning -> assertThat(warning.detail()).contains("vault.json is damaged"));
        assertThat(existing("vault.json")).isEqualTo(content);
        Vault vault = open(GENERATED);
        assertThat(vault.open(LABEL, envelope)).isEqualTo(VALUE);
        assertThat(vault.warnings()).hasSize(1);
        assertThat(existing("vault.json")).isEqualTo(whole);
        assertThat(open(GENERATED).warnings()).isEmpty();
    }

    @Test
    void a_vault_file_that_cannot_be_understood_with_its_copy_is_told_and_kept() throws IOException {
        open(GENERATED);
        Files.writeString(home.resolve("vault.json"), "{");
        Files.writeString(home.resolve("vault.json.copy"), "");

        Problem problem = assertUntouched(GENERATED, Code.RECORD_UNREADABLE, "vault.json cannot be understood");
        assertThat(problem.detail()).contains("vault.json.copy does not help");
        assertThat(problem.remedy()).contains("backup", "reset --without-key");
    }

    @Test
    void a_vault_whose_key_is_lost_is_made_anew_when_somebody_says_so() throws IOException {
        for (String torn : List.of("vault.json", "vault.json.copy", "vault.key")) {
            String envelope = open(GENERATED).seal(LABEL, VALUE);
            Files.writeString(home.resolve("vault.json"), "torn");
            Files.writeString(home.resolve("vault.json.copy"), "torn");
            Files.writeString(home.resolve(torn), "torn");

            Vault renewed = Vault.renewed(PrivateFolder.prepare(home, Steps.NONE), GENERATED, "id", RANDOM);

            assertThat(renewed.problem()).isEmpty();
            assertThatExceptionOfType(OperatorException.class).isThrownBy(() -> renewed.open(LABEL, envelope));
            String next = renewed.seal(LABEL, VALUE);
            assertThat(open(GENERATED).open(LABEL, next)).isEqualTo(VALUE);
        }
    }

    @Test
    void looking_at_a_home_without_a_vault_makes_none() {
        assertThat(look().problem()).get().extracting(Problem::code).isEqualTo(Code.VAULT_KEY_MISSING);
        assertThat(home).isEmptyDirectory();
        assertThat(Vault.exists(PrivateFolder.prepare(home, Steps.NONE))).isFalse();
    }

    private Vault look() {
        return Vault.look(PrivateFolder.prepare(home, Steps.NONE), GENERATED, "id", RANDOM);
    }

    @Test
    void a_vault_file_of_a_later_version_is_told_and_kept() throws IOException {
        open(GENERATED);
        edit("\"format\" : 1", "\"format\" : 2");

        Problem problem = assertUntouched(GENERATED, Code.RECORD_UNREADABLE, "has the format 2");
        assertThat(problem.remedy()).contains("version of Foxden that wrote it");
    }

    @Test
    void a_vault_file_of_another_installation_is_told() {
        open(GENERATED);

        Vault vault = open(GENERATED, Steps.NONE, "other", true);

        assertThat(vault.problem()).get().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(Code.VAULT_KEY_WRONG);
            assertThat(problem.detail()).contains("the installation 'id'", "this one is 'other'");
        });
    }

    @Test
    void a_changed_check_is_mended_from_the_copy_or_told() throws IOException {
        open(GENERATED);
        edit("\"check\" : \"v1.", "\"check\" : \"v2.");

        assertThat(look().warnings()).hasSize(1);
        Files.copy(home.resolve("vault.json"), home.resolve("vault.json.copy"), StandardCopyOption.REPLACE_EXISTING);
        assertUntouched(GENERATED, Code.VAULT_KEY_WRONG, "does not open");
    }

    @Test
    void a_key_that_others_can_read_is_warned_of() throws IOException {
        assertThat(open(GENERATED).warnings()).isEmpty();
        Files.setPosixFilePermissions(home.resolve("vault.key"), PosixFilePermissions.fromString("rw-r--r--"));
        Path file = Files.writeString(home.resolve("mine"), Files.readString(home.resolve("vault.key")));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

        assertThat(open(GENERATED).warnings())
                .singleElement()
                .extracting(Problem::detail)
                .asString()
                .contains("vault.key", "(rw-r--r--)");
        Vault vault = open(new VaultKeySource.File(file));
        assertThat(vault.problem()).isEmpty();
        assertThat(vault.warnings())
                .singleElement()
                .extracting(Problem::detail)
                .asString()
                .contains("mine", "(rw-rw-rw-)");
    }

    @Test
    void a_vault_with_a_problem_refuses_everything_with_it() throws IOException {
        String envelope = open(GENERATED).seal(LABEL, VALUE);
        Files.delete(home.resolve("vault.key"));
        Vault vault = open(GENERATED);

        for (Runnable use : List.<Runnable>of(
                vault::check, vault::keyId, () -> vault.seal(LABEL, VALUE), () -> vault.open(LABEL, envelope))) {
            assertThatExceptionOfType(OperatorException.class)
                    .isThrownBy(use::run)
                    .satisfies(thrown -> assertThat(thrown.problem())
                            .isEqualTo(vault.problem().orElseThrow()));
        }
        vault.close();
    }

    @Test
    void a_home_that_cannot_be_written_is_a_problem_of_the_vault() throws IOException {
        PrivateFolder gone = PrivateFolder.prepare(home.resolve("gone"), Steps.NONE);
        Files.delete(gone.path());

        assertThat(Vault.open(gone, GENERATED, "id", false, RANDOM).problem())
                .get()
                .extracting(Problem::code)
                .isEqualTo(Code.HOME_UNUSABLE);
    }

    /** The vault has this problem, with and without sealed records, and not a byte in the home is changed by opening it. */
    private Problem assertUntouched(VaultKeySource source, Code code, String detail) {
        Map<String, String> before = content();
        Vault vault = open(source, Steps.NONE, "id", true);

        Problem problem = vault.problem().orElseThrow();
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.detail()).contains(detail);
        assertThat(content()).isEqualTo(before);
        return problem;
    }

    private Vault open(VaultKeySource source) {
        return open(source, Steps.NONE, "id", false);
    }

    private Vault open(VaultKeySource source, Steps steps, String installation, boolean sealedRecordsExist) {
        PrivateFolder folder = PrivateFolder.prepare(home, steps);
        return Vault.open(
                new VaultOpening(folder, source, installation, RANDOM, VaultKeyTest::cheap),
                sealedRecordsExist,
                RANDOM);
    }

    /** The least there may be, for tests that derive often. */
    private static PassphraseCost cheap(RandomText random) {
        return new PassphraseCost(8 * 1024, 1, 1, random.bytes(PassphraseCost.SALT_BYTES));
    }

    private static VaultKeySource given(String key) {
        return new VaultKeySource.Given(Secret.of(key));
    }

    private static String key() {
        return Base64.getEncoder().encodeToString(RANDOM.bytes(32));
    }

    private void edit(String before, String after) throws IOException {
        Path file = home.resolve("vault.json");
        String text = Files.readString(file);
        assertThat(text).contains(before);
        Files.writeString(file, text.replace(before, after));
    }

    private String mode(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(name)));
    }

    private String existing(String name) {
        return content().getOrDefault(name, "");
    }

    private void empty() {
        content().keySet().forEach(name -> {
            try {
                Files.delete(home.resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Map<String, String> content() {
        try (Stream<Path> files = Files.list(home)) {
            Map<String, String> content = new TreeMap<>();
            for (Path file : files.toList()) {
                content.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
