package io.foxden.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Homes of accounts that are in no list, as in a container; and the groups of accounts that are. */
@EnabledOnOs(OS.LINUX)
class OwnershipTest {
    private static final int SERVER = 23456;
    private static final int STRANGER = 23457;

    @TempDir
    Path folder;

    private Path home = Path.of("");

    @BeforeEach
    void a_home() throws IOException {
        home = Files.createDirectories(folder.resolve("server/foxden/shop"));
        allow(folder, "rwxr-xr-x");
        for (Path path : List.of(folder.resolve("server"), folder.resolve("server/foxden"), home)) {
            allow(path, "rwx------");
        }
        Files.createDirectory(home.resolve("records"));
        Files.writeString(home.resolve("vault.key"), "key");
        Files.writeString(home.resolve("records/site.json"), "{}");
        allow(home.resolve("vault.key"), "rw-------");
        allow(home.resolve("records/site.json"), "rw-------");
    }

    @Test
    void a_home_of_ones_own_is_well() {
        assertThat(said()).isEmpty();
    }

    @Test
    void a_home_that_is_not_there_is_well_where_it_may_be_made() {
        assertThat(OwnershipProgram.said(home.resolve("new/one"))).isEmpty();
        assertThat(OwnershipProgram.said(Path.of("/tmp/foxden-that-is-not-there")))
                .isEmpty();
    }

    @Test
    void a_home_that_all_may_write_is_refused() throws IOException {
        allow(home, "rwxrwxrwx");

        assertThat(said())
                .startsWith("home_not_ours: " + home + " (rwxrwxrwx, of '" + account() + "')")
                .contains("every account")
                .endsWith("run: chmod o-w " + home);
    }

    @Test
    void a_sticky_home_is_refused_and_one_below_a_sticky_folder_is_not() throws Exception {
        sticky(folder.resolve("server/foxden"));
        assertThat(said()).isEmpty();

        sticky(home);
        assertThat(said()).startsWith("home_not_ours: ").contains("chmod o-w " + home);
    }

    @Test
    void a_folder_above_it_that_all_may_write_is_refused() throws IOException {
        assumeTrue(root());
        give(folder.resolve("server"), SERVER);
        allow(folder.resolve("server/foxden"), "rwxrwxrwx");

        assertThat(said()).contains(folder.resolve("server/foxden") + " (rwxrwxrwx", "chmod o-w ");
    }

    @Test
    void a_file_in_it_that_all_may_write_is_refused() throws IOException {
        for (String name : List.of("vault.key", "records/site.json")) {
            allow(home.resolve(name), "rw-rw-rw-");

            assertThat(said()).startsWith("home_not_ours: ").contains("chmod o-w " + home.resolve(name));

            allow(home.resolve(name), "rw-r--r--");
            assertThat(said()).isEmpty();
        }
    }

    @Test
    void a_symbolic_link_in_it_is_refused() throws IOException {
        for (String name : List.of("vault.key", "records/site.json", "records")) {
            Path away = folder.resolve(name.replace('/', '-'));
            Files.move(home.resolve(name), away);
            Files.createSymbolicLink(home.resolve(name), away);

            assertThat(said()).startsWith("home_unusable: ").contains(home.resolve(name) + " ", "symbolic link");

            Files.delete(home.resolve(name));
            Files.move(away, home.resolve(name));
        }
    }

    @Test
    void a_link_to_a_home_is_as_good_as_the_home() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("server/foxden/shop"));

        assertThat(OwnershipProgram.said(link)).isEmpty();

        allow(home, "rwxrwxrwx");
        assertThat(OwnershipProgram.said(link)).contains("chmod o-w " + home.toRealPath());
    }

    @Test
    void a_link_that_another_account_made_is_refused() throws IOException {
        assumeTrue(root());
        Path link = Files.createSymbolicLink(folder.resolve("link"), home);
        give(link, STRANGER);

        assertThat(OwnershipProgram.said(link))
                .startsWith("home_not_ours: " + link + " belongs to the account '" + STRANGER + "'")
                .contains("chown -h " + account() + " " + link);
    }

    @Test
    void a_home_of_another_account_is_refused_to_root_with_the_command_to_use() throws IOException {
        assumeTrue(root());
        giveAll(STRANGER);

        assertThat(said())
                .isEqualTo("home_not_ours: " + home + " belongs to the account '" + STRANGER
                        + "' (rwx------), and this process works as 'root'. Run the command as the account that the home"
                        + " belongs to: setpriv --reuid=" + STRANGER + " --regid=0 --clear-groups foxden --home " + home
                        + " …");
        int daemon = (Integer) Files.getAttribute(Files.createDirectory(folder.resolve("d")), "unix:uid") + 1;
        give(home, daemon);
        assertThat(said()).contains("runuser -u daemon -- foxden --home " + home);
    }

    @Test
    void a_home_that_would_be_made_in_another_accounts_folder_is_refused() throws IOException {
        assumeTrue(root());
        give(folder.resolve("server"), STRANGER);
        give(folder.resolve("server/foxden"), STRANGER);

        assertThat(OwnershipProgram.said(home.resolveSibling("other/one"))).startsWith("home_not_ours: ");
    }

    @Test
    void what_a_stranger_put_into_a_home_is_refused() throws IOException {
        assumeTrue(root());
        for (String name : List.of("vault.key", "records/site.json")) {
            give(home.resolve(name), STRANGER);

            assertThat(said())
                    .startsWith("home_not_ours: " + home.resolve(name) + " belongs to the account '" + STRANGER)
                    .contains("run: chown " + account() + " " + home.resolve(name));

            give(home.resolve(name), 0);
        }
    }

    @Test
    void an_account_without_a_name_has_a_home_and_no_other() throws Exception {
        assumeTrue(root());
        giveAll(SERVER);

        assertThat(OwnershipProgram.said(home, SERVER, SERVER)).isEmpty();
        assertThat(OwnershipProgram.said(home, STRANGER, SERVER))
                .startsWith("home_not_ours: ")
                .contains("sudo -u '#" + SERVER + "' foxden --home " + home);
    }

    @Test
    void a_home_of_roots_is_for_whom_it_lets_write() throws Exception {
        assumeTrue(root());
        for (Path path :
                List.of(folder.resolve("server"), folder.resolve("server/foxden"), home, home.resolve("records"))) {
            allow(path, "rwxrwx---");
            Files.setAttribute(path, "unix:gid", SERVER);
        }

        assertThat(OwnershipProgram.said(home, SERVER, SERVER))
                .as("a volume of a container")
                .isEmpty();
        allow(folder.resolve("server"), "rwxr-xr-x");
        allow(folder.resolve("server/foxden"), "rwxr-xr-x");
        assertThat(OwnershipProgram.said(home, STRANGER, STRANGER))
                .startsWith("home_not_ours: ")
                .contains("sudo -u root foxden --home " + home);
    }

    @Test
    void a_group_counts_as_the_accounts_own_where_nobody_else_is_in_it() throws IOException {
        Path groups = Files.writeString(
                folder.resolve("group"), "root:x:0:\nalice:x:7001:\nshop:x:7002:alice,root\nusers:x:7003:alice,bob\n");
        Path accounts = Files.writeString(
                folder.resolve("passwd"),
                "root:x:0:0::/root:/bin/sh\nalice:x:501:7001::/:/bin/sh\nbob:x:502:7004::/:\n");
        Groups known = new Groups(new Account(501, "alice"), groups, accounts);

        assertThat(known.oursAlone(ofGroup(0))).as("root's").isTrue();
        assertThat(known.oursAlone(ofGroup(7001))).as("private").isTrue();
        assertThat(known.oursAlone(ofGroup(7002))).as("with nobody else").isTrue();
        assertThat(known.oursAlone(ofGroup(7003))).as("with bob").isFalse();
        assertThat(known.oursAlone(ofGroup(7004))).as("bob's").isFalse();
        assertThat(new Groups(new Account(502, "bob"), groups, accounts).oursAlone(ofGroup(7001)))
                .as("of another")
                .isFalse();
    }

    private Inode ofGroup(int group) {
        return new Inode(home, 501, group, 040775);
    }

    private String said() {
        return OwnershipProgram.said(home);
    }

    private static boolean root() {
        return account().equals("root");
    }

    private static String account() {
        return System.getProperty("user.name");
    }

    private void giveAll(int account) throws IOException {
        for (String each : List.of("server", "server/foxden")) {
            give(folder.resolve(each), account);
        }
        for (String each : List.of("", "records", "records/site.json", "vault.key")) {
            give(home.resolve(each), account);
        }
    }

    private static void give(Path path, int account) throws IOException {
        Files.setAttribute(path, "unix:uid", account, LinkOption.NOFOLLOW_LINKS);
    }

    private static void allow(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    private static void sticky(Path folder) throws Exception {
        assertThat(new ProcessBuilder("chmod", "1777", folder.toString())
                        .start()
                        .waitFor())
                .isZero();
    }
}
