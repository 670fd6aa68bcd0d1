package io.foxden.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who else is in a group: what it may write is one account's alone where nobody is. Many systems give each account a
 * group of its own, and containers one that stands in no list. As files tell (group(5), passwd(5)); a group that only a
 * directory service knows counts as an account's own if it is called like it.
 */
final class Groups {
    private static final Path GROUPS = Path.of("/etc/group");
    private static final Path ACCOUNTS = Path.of("/etc/passwd");

    private static final int NAME = 0;
    private static final int NUMBER = 2;
    private static final int GROUP_OF_ACCOUNT = 3;
    private static final int MEMBERS = 3;

    private final Account account;
    private final List<String[]> groups;
    private final List<String[]> accounts;

    Groups(Account account) {
        this(account, GROUPS, ACCOUNTS);
    }

    Groups(Account account, Path groups, Path accounts) {
        this.account = account;
        this.groups = lines(groups);
        this.accounts = lines(accounts);
    }

    /** Whether nobody but this account and root is in the group of this file. */
    boolean oursAlone(Inode inode) {
        if (inode.group() == Account.ROOT) {
            return true;
        }
        String number = Integer.toUnsignedString(inode.group());
        Set<String> members = members(number);
        members.removeAll(names(account.number()));
        members.removeAll(names(Account.ROOT));
        return members.isEmpty() && (isListed(number) || isNobodys(inode.groupName(), number));
    }

    private boolean isNobodys(String name, String number) {
        return name.equals(number) || name.equals(account.name());
    }

    private boolean isListed(String number) {
        return groups.stream().anyMatch(line -> is(line, NUMBER, number));
    }

    private Set<String> members(String number) {
        Set<String> members = new HashSet<>();
        groups.stream()
                .filter(line -> is(line, NUMBER, number) && line.length > MEMBERS)
                .flatMap(line -> Arrays.stream(line[MEMBERS].split(",")))
                .filter(name -> !name.isBlank())
                .forEach(members::add);
        accounts.stream().filter(line -> is(line, GROUP_OF_ACCOUNT, number)).forEach(line -> members.add(line[NAME]));
        return members;
    }

    private Set<String> names(int accountNumber) {
        Set<String> names = new HashSet<>();
        accounts.stream()
                .filter(line -> is(line, NUMBER, Integer.toUnsignedString(accountNumber)))
                .forEach(line -> names.add(line[NAME]));
        if (accountNumber == account.number()) {
            names.add(account.name());
        }
        return names;
    }

    private static boolean is(String[] line, int field, String value) {
        return line.length > field && line[field].equals(value);
    }

    private static List<String[]> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
                    .map(line -> line.split(":", -1))
                    .toList();
        } catch (IOException e) {
            return List.of(); // in a container there may be none, and so no names
        }
    }
}
