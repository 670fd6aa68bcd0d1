package io.foxden.servlet.page;

import io.foxden.installation.Reach;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every address there is, below the base path. A request is one of these, letter for letter as it was sent, or it is
 * closed: nothing is decoded or made normal before the comparison, so no spelling opens anything.
 */
public enum Route {
    HOME(Door.ADMINISTRATOR, "GET", "/"),
    CLAIM(Door.OPEN, "POST", "/claim"),
    SIGN_OUT(Door.ADMINISTRATOR, "POST", "/sign-out"),
    INSTALL(Door.ADMINISTRATOR, "POST", "/install"),
    CONNECT(Door.ADMINISTRATOR, "POST", "/connect"),
    CONNECT_START(Door.OPEN, "GET", "/connect/start"),
    CALLBACK(Door.OPEN, "GET", "/callback"),
    CONNECT_RESULT(Door.OPEN, "GET", "/connect/result"),
    REFRESH(Door.ADMINISTRATOR, "POST", "/refresh"),
    DISCONNECT(Door.ADMINISTRATOR, "POST", "/disconnect"),
    RESET(Door.ADMINISTRATOR, "POST", "/reset"),
    REACHED(Door.OPEN, "GET", Reach.PATH),
    HEALTH(Door.OPEN, "GET", "/health"),
    API_STATUS(Door.ADMINISTRATOR, "GET", "/api/v1/status"),
    API_DOCTOR(Door.ADMINISTRATOR, "GET", "/api/v1/doctor"),
    API_HISTORY(Door.ADMINISTRATOR, "GET", "/api/v1/history"),
    API_INSTALL(Door.ADMINISTRATOR, "POST", "/api/v1/install"),
    API_CONNECT(Door.ADMINISTRATOR, "POST", "/api/v1/connect"),
    API_REFRESH(Door.ADMINISTRATOR, "POST", "/api/v1/refresh"),
    API_DISCONNECT(Door.ADMINISTRATOR, "POST", "/api/v1/disconnect"),
    API_RESET(Door.ADMINISTRATOR, "POST", "/api/v1/reset"),
    API_DESCRIPTION(Door.ADMINISTRATOR, "GET", "/api/v1/openapi.json");

    /** Where the JSON API begins. */
    public static final String API = "/api/v1/";

    private enum Door {
        OPEN,
        ADMINISTRATOR
    }

    private final Door door;
    private final String method;
    private final String path;

    Route(Door door, String method, String path) {
        this.door = door;
        this.method = method;
        this.path = path;
    }

    /**
     * Whether HEAD may stand for GET. Not where GET spends something that is good for one time: a mail scanner that looks
     * at a link with HEAD must not use it up.
     */
    private boolean head() {
        return method.equals("GET") && this != CONNECT_START && this != CALLBACK && this != REACHED;
    }

    private boolean takes(String given) {
        return method.equals(given) || (given.equals("HEAD") && head());
    }

    /** Whether strangers may; everything else is for administrators. */
    public boolean open() {
        return door == Door.OPEN;
    }

    /** {@code GET} or {@code POST}. */
    public String method() {
        return method;
    }

    /** Below the base path, beginning with a slash. */
    public String path() {
        return path;
    }

    /** The path as a reference relative to {@code /} below the base path. */
    public String reference() {
        return path.substring(1);
    }

    /** Whether it changes something, so that another site must not be able to have a browser send it. */
    public boolean changes() {
        return method.equals("POST");
    }

    public boolean api() {
        return path.startsWith(API);
    }

    /**
     * The address of this request; empty where there is none. HEAD is taken as GET (RFC 9110, section 9.3.2) where that is safe.
     *
     * @param path raw, below the base path; nothing at all is the same as a slash
     */
    public static Optional<Route> of(String method, String path) {
        return at(path).filter(route -> route.takes(method)).findFirst();
    }

    /** The methods that this path takes; none where there is no such path. Strangers may ask for them where it is open. */
    public static List<String> methodsAt(String path) {
        Stream<String> methods =
                at(path).flatMap(route -> route.head() ? Stream.of("GET", "HEAD") : Stream.of(route.method));
        return Stream.concat(methods, openAt(path) ? Stream.of("OPTIONS") : Stream.empty())
                .distinct()
                .toList();
    }

    /** Whether strangers may ask this path, by the right method. */
    public static boolean openAt(String path) {
        return at(path).anyMatch(Route::open);
    }

    private static Stream<Route> at(String path) {
        String effective = path.isEmpty() ? "/" : path;
        return Arrays.stream(values()).filter(route -> route.path.equals(effective));
    }
}
