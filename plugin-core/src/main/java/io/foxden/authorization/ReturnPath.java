package io.foxden.authorization;

import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.words.Message;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The rule for where a browser may be sent in the end: a path on this site and nothing else. */
final class ReturnPath {
    private static final int LONGEST = 500;

    private ReturnPath() {}

    /**
     * The path as given, or null for none.
     *
     * @throws OperatorException {@link Code#BAD_REQUEST} for anything that a browser might take for another host
     */
    static @Nullable String check(@Nullable String path) {
        if (path == null || path.isEmpty()) {
            return null;
        }
        if (!isLocal(path)) {
            throw new OperatorException(
                    Code.BAD_REQUEST, Message.of("authorization/return-path").with("most", LONGEST));
        }
        return path;
    }

    private static boolean isLocal(String path) {
        boolean plain = path.length() <= LONGEST && path.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
        if (!plain || !path.startsWith("/") || path.startsWith("//")) {
            return false;
        }
        try {
            URI uri = URI.create(path);
            return uri.getScheme() == null && uri.getRawAuthority() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
