package io.foxden.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the home of one application may be when nobody says. Which of them it is follows from what the server is, and from
 * where the application lives already; not from how Foxden came into it.
 *
 * @param server the folder of the server's instance; null where it has none that lasts
 * @param state what systemd keeps for the service; null where it keeps nothing
 * @param account the account's own folder; null where it has none
 * @param further folders of the server's that did not count, or did for an earlier Foxden
 * @param name the application's folder in each of them
 * @param formerName its folder while nobody told virtual hosts apart; often the same
 */
record Places(
        @Nullable Path server,
        @Nullable Path state,
        @Nullable Path account,
        List<Path> further,
        String name,
        String formerName) {
    private static final String FOLDER = "foxden";

    /** Empty where there is no lasting place at all. */
    Optional<Path> usual() {
        Path own = server != null ? server.resolve(FOLDER) : account;
        if (own != null && (state == null || isLivedIn(own.resolve(name)))) {
            return Optional.of(own.resolve(name));
        }
        return Optional.ofNullable(state).map(folder -> folder.resolve(FOLDER).resolve(name));
    }

    /** Where else the application may have lived, and somebody does. */
    List<Path> othersLivedIn(@Nullable Path home) {
        Set<Path> others = new LinkedHashSet<>();
        for (Path parent : parents()) {
            others.add(parent.resolve(name));
            others.add(parent.resolve(formerName));
        }
        return others.stream()
                .map(path -> path.toAbsolutePath().normalize())
                .filter(path -> !path.equals(home) && isLivedIn(path))
                .toList();
    }

    private List<Path> parents() {
        List<Path> parents = new ArrayList<>();
        if (server != null) {
            parents.add(server.resolve(FOLDER));
        }
        if (state != null) {
            parents.add(state.resolve(FOLDER));
        }
        if (account != null) {
            parents.add(account);
        }
        further.forEach(base -> parents.add(base.resolve(FOLDER)));
        return parents;
    }

    private static boolean isLivedIn(Path home) {
        return Files.isDirectory(home.resolve(HomeFolder.RECORDS));
    }
}
