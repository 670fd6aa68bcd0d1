package io.foxden.servlet.json;

import io.foxden.Phase;
import io.foxden.Status;
import io.foxden.hal.Json;
import io.foxden.installation.Installation;
import io.foxden.servlet.exchange.Answer;
import io.foxden.servlet.exchange.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** {@code GET /health}: for load balancers and watchdogs, who are told the phase and the code of what is wrong, and nothing else. */
public final class Health {
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final Installation foxden;

    public Health(Installation foxden) {
        this.foxden = foxden;
    }

    public Answer answer(Request request) {
        return of(foxden.status());
    }

    /** Only {@code broken} is down, as everything else is as somebody left it; the worst problem is named by its code. */
    public static Answer of(Status status) {
        boolean up = status.phase() != Phase.BROKEN;
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("status", up ? "UP" : "DOWN");
        document.put("phase", status.phase().word());
        Stream.concat(Stream.ofNullable(status.problem()), status.warnings().stream())
                .findFirst()
                .ifPresent(problem -> document.put("problem", problem.code().word()));
        return Answer.json(up ? OK : UNAVAILABLE, Json.write(document));
    }
}
