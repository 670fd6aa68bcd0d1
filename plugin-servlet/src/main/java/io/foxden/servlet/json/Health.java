package io.foxden.servlet.json;

import io.foxden.Phase;
import io.foxden.hal.Json;
import io.foxden.installation.Installation;
import io.foxden.servlet.exchange.Answer;
import io.foxden.servlet.exchange.Request;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code GET /health}: for load balancers and watchdogs, who are told the phase and nothing else. */
public final class Health {
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final Installation foxden;

    public Health(Installation foxden) {
        this.foxden = foxden;
    }

    public Answer answer(Request request) {
        return of(foxden.status().phase());
    }

    /** What is answered in this phase: only {@code broken} is down, as everything else is as somebody left it. */
    public static Answer of(Phase phase) {
        boolean up = phase != Phase.BROKEN;
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("status", up ? "UP" : "DOWN");
        document.put("phase", phase.word());
        return Answer.json(up ? OK : UNAVAILABLE, Json.write(document));
    }
}
