package io.foxden.testkit.request;

import io.foxden.testkit.journal.Target;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An address of the API and what stands there. */
public record Route(Pattern path, Target target, Bearer bearer, Resource resource) {

    /** What a route does with a bearer token. */
    public enum Bearer {
        NEEDLESS,
        WELCOME,
        REQUIRED
    }

    /**
     * A route.
     *
     * @param path with {@code #} where a number stands
     */
    public static Route of(String path, Target target, Bearer bearer, Resource resource) {
        return new Route(Pattern.compile(path.replace("#", "([0-9]{1,9})")), target, bearer, resource);
    }

    boolean allows(String method) {
        return method.equals("OPTIONS")
                || resource.methods().contains(method)
                || (method.equals("HEAD") && resource.methods().contains("GET"));
    }

    /** The value of an {@code Allow} header. */
    String allowed() {
        Set<String> methods = new TreeSet<>(resource.methods());
        methods.add("OPTIONS");
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return String.join(", ", methods);
    }

    /** The number in the path, 0 where the route has none; empty where the path is not this route's. */
    OptionalInt match(String asked) {
        Matcher matcher = path.matcher(asked);
        if (!matcher.matches()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(matcher.groupCount() == 0 ? 0 : Integer.parseInt(matcher.group(1)));
    }
}
