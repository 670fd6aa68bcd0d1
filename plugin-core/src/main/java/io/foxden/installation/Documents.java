package io.foxden.installation;

import io.foxden.ClientStatus;
import io.foxden.ConnectionStatus;
import io.foxden.Status;
import io.foxden.doctor.Check;
import io.foxden.doctor.Report;
import io.foxden.event.Told;
import io.foxden.hal.Json;
import io.foxden.problem.Problem;
import io.foxden.words.Words;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON documents that the JSON API and the command line share. */
public final class Documents {
    private Documents() {}

    public static String status(Status status, Words words) {
        return Json.write(fields(status, words));
    }

    /** The status after a reset, with what went unread. */
    public static String forgotten(Forgotten forgotten, Words words) {
        Map<String, @Nullable Object> document = fields(forgotten.status(), words);
        document.put("unread", problems(forgotten.unread(), words));
        return Json.write(document);
    }

    /** Each as it stands in the status document. */
    public static List<Map<String, @Nullable Object>> problems(List<Problem> problems, Words words) {
        return problems.stream().map(problem -> details(problem, words)).toList();
    }

    private static Map<String, @Nullable Object> fields(Status status, Words words) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("version", status.version());
        document.put("mode", status.mode());
        document.put("phase", status.phase().word());
        document.put("client", client(status.client()));
        document.put("connection", connection(status.connection()));
        document.put("problem", summary(status.problem(), words));
        document.put("warnings", problems(status.warnings(), words));
        return document;
    }

    /** A problem document (RFC 9457). */
    public static String problem(Problem problem, Words words) {
        return problem(problem.code().httpStatus(), problem, words);
    }

    /** The same for an answer with another status than the usual one of its code. */
    public static String problem(int status, Problem problem, Words words) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("type", "urn:foxden:problem:" + problem.code().word());
        document.put("title", words.text(problem.code().heading()));
        document.put("status", status);
        document.putAll(details(problem, words));
        return Json.write(document);
    }

    public static String doctor(Report report, Words words) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("healthy", report.healthy());
        document.put(
                "checks",
                report.checks().stream().map(check -> check(check, words)).toList());
        return Json.write(document);
    }

    /** @param events the newest first */
    public static String history(List<Told> events) {
        return Json.write(Map.of("events", events.stream().map(Documents::told).toList()));
    }

    private static Map<String, Object> told(Told told) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("at", text(told.at()));
        document.put("event", told.event());
        document.putAll(told.facts());
        return document;
    }

    private static Map<String, @Nullable Object> check(Check check, Words words) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("name", check.name());
        document.put("verdict", check.verdict().word());
        document.put("detail", check.detail(words));
        document.put("remedy", check.remedy(words));
        document.put("code", check.code() == null ? null : check.code().word());
        return document;
    }

    private static @Nullable Map<String, @Nullable Object> client(@Nullable ClientStatus client) {
        if (client == null) {
            return null;
        }
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("client_id", client.clientId());
        document.put("redirect_uri", client.redirectUri().toString());
        document.put("registered_at", text(client.registeredAt()));
        return document;
    }

    private static @Nullable Map<String, @Nullable Object> connection(@Nullable ConnectionStatus connection) {
        if (connection == null) {
            return null;
        }
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("scope", connection.scope());
        document.put("store_id", connection.storeId());
        document.put("store_name", connection.storeName());
        document.put("connected_at", text(connection.connectedAt()));
        document.put("access_token_expires_at", text(connection.accessTokenExpiresAt()));
        document.put("refreshed_at", text(connection.refreshedAt()));
        return document;
    }

    private static @Nullable Map<String, @Nullable Object> summary(@Nullable Problem problem, Words words) {
        return problem == null ? null : details(problem, words);
    }

    private static Map<String, @Nullable Object> details(Problem problem, Words words) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("detail", problem.detail(words));
        document.put("code", problem.code().word());
        document.put("remedy", problem.remedy(words));
        if (problem.logref() != null) {
            document.put("logref", problem.logref());
        }
        if (!problem.fields().isEmpty()) {
            document.put("fields", problem.fields());
        }
        if (problem.since() != null) {
            document.put("since", text(problem.since()));
        }
        if (problem.nextAttemptAt() != null) {
            document.put("next_attempt_at", text(problem.nextAttemptAt()));
        }
        return document;
    }

    /** RFC 3339 in UTC, to the second. */
    private static String text(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
