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
    private static Answer of(Status status) {
        return status.phase() == Phase.BROKEN ? down(status) : Answer.json(OK, document("UP", status));
    }

    /** Where nothing is open. */
    public static Answer down(Status status) {
        return Answer.json(UNAVAILABLE, document("DOWN", status));
    }

    private static String document(String word, Status status) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("status", word);
        document.put("phase", status.phase().word());
        Stream.concat(Stream.ofNullable(status.problem()), status.warnings().stream())
                .findFirst()
                .ifPresent(problem -> document.put("problem", problem.code().word()));
        return Json.write(document);
    }
}
