package io.foxden.testkit.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.foxden.testkit.account.Foxy;
import io.foxden.testkit.fault.Conduct;
import io.foxden.testkit.fault.Event;
import io.foxden.testkit.fault.Faults;
import io.foxden.testkit.hal.Json;
import io.foxden.testkit.journal.Journal;
import io.foxden.testkit.wire.Answer;
import io.foxden.testkit.wire.Call;

/**
 * The control addresses of a sandbox, for tests in another process. They need no header, stand in no journal and know no
 * faults. JSON in and out; a wrong request gets 400 with {@code {"error": "…"}} and changes nothing.
 *
 * <table>
 * <caption>Addresses</caption>
 * <tr><td>GET {@code /_sandbox/journal}</td><td>every request: {@code number}, {@code at}, {@code method}, {@code origin}
 *     ({@code api}, {@code twin}), {@code path}, {@code target}, {@code credentials}, {@code grant_type}, {@code client_id},
 *     {@code status}, {@code ending}, {@code headers}</td></tr>
 * <tr><td>GET {@code /_sandbox/violations}</td><td>every broken rule: {@code rule}, {@code exchange}, {@code request}, {@code
 *     detail}</td></tr>
 * <tr><td>GET {@code /_sandbox/clients}</td><td>the clients that exist, each with its {@code grants}</td></tr>
 * <tr><td>GET {@code /_sandbox/secrets}</td><td>every secret ever issued</td></tr>
 * <tr><td>GET, POST, DELETE {@code /_sandbox/faults}</td><td>those not yet spent; one more; none any more</td></tr>
 * <tr><td>GET, POST {@code /_sandbox/behaviour}</td><td>all fields; the fields to change: {@code consent} ({@code ask},
 *     {@code approve}, {@code deny}), {@code access_token_lifetime}, {@code refresh_token_lifetime}, {@code code_lifetime}
 *     (seconds), {@code expiry_name}, {@code rotate_refresh_tokens}, {@code total_items_as_text}, {@code links_to_twin},
 *     {@code redirect_uri_required}</td></tr>
 * <tr><td>POST {@code /_sandbox/events}</td><td>{@code {"event": "revoke_grants"}}, or {@code delete_clients}, {@code
 *     expire_access_tokens}: it happens now</td></tr>
 * <tr><td>POST {@code /_sandbox/reset}</td><td>back to how it began</td></tr>
 * </table>
 *
 * <p>A fault is an object of {@code target} ({@code home}, {@code create_client}, {@code client}, {@code token}, {@code
 * store}, {@code stores}, {@code user}, {@code customers}, {@code integrations}, {@code authorize}), {@code effect}, and
 * where wanted {@code grant_type}, {@code nth} (1), {@code times} (1, or {@code "always"}). The effects:
 *
 * <ul>
 *   <li>{@code delay}: {@code moment} ({@code before} or {@code after}), {@code milliseconds}
 *   <li>{@code drop}: {@code moment}
 *   <li>{@code truncate}
 *   <li>{@code reply}: {@code moment}, {@code status}, {@code content} ({@code empty}; {@code fx_errors} with {@code
 *       message}; {@code oauth_error} with {@code error}, {@code message}; {@code html}; {@code garbage}; {@code huge} with
 *       {@code bytes}), {@code retry_after}, {@code location}, {@code headers}
 *   <li>{@code without_field}: {@code name}; {@code with_field}: {@code name}, {@code value}
 *   <li>{@code wrap}: {@code how}, one of {@link io.foxden.testkit.fault.Wrapping} in lower case
 *   <li>{@code lose_authorization}
 *   <li>{@code happen}: {@code event}
 * </ul>
 *
 * <p>Safe for use by several threads.
 */
public final class Control {
    /** Every control address begins so. */
    public static final String PATH = "/_sandbox/";

    private final Journal journal;
    private final Faults faults;
    private final Conduct conduct;
    private final Foxy foxy;
    private final Runnable reset;

    /**
     * The control of one sandbox.
     *
     * @param reset takes everything back to how it began
     */
    public Control(Journal journal, Faults faults, Conduct conduct, Foxy foxy, Runnable reset) {
        this.journal = journal;
        this.faults = faults;
        this.conduct = conduct;
        this.foxy = foxy;
        this.reset = reset;
    }

    public Answer answer(Call call) {
        try {
            return answer(call.method() + " " + call.path().substring(PATH.length()), call.body());
        } catch (IllegalArgumentException | ArithmeticException e) {
            return json(400, JsonNodeFactory.instance.objectNode().put("error", e.getMessage()));
        }
    }

    private Answer answer(String request, String body) {
        return switch (request) {
            case "GET journal" -> json(200, JournalJson.exchanges(journal.exchanges()));
            case "GET violations" -> json(200, JournalJson.violations(journal.violations()));
            case "GET clients" ->
                json(
                        200,
                        JournalJson.clients(foxy.clients().all(), foxy.grants().active()));
            case "GET secrets" -> json(200, Json.node(foxy.mint().issued()));
            case "GET faults" ->
                json(
                        200,
                        Json.node(
                                faults.pending().stream().map(FaultJson::write).toList()));
            case "POST faults" -> done(() -> faults.order(FaultJson.read(body)));
            case "DELETE faults" -> done(faults::clear);
            case "GET behaviour" -> json(200, BehaviourJson.write(conduct.get()));
            case "POST behaviour" -> {
                conduct.change(now -> BehaviourJson.change(now, body));
                yield json(200, BehaviourJson.write(conduct.get()));
            }
            case "POST events" -> done(() -> happen(body));
            case "POST reset" -> done(reset);
            default ->
                json(
                        404,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("error", "There is no " + request + " below " + PATH));
        };
    }

    private void happen(String body) {
        Order order = new Order(body);
        Event event = order.word("event", Event.class);
        order.finish();
        foxy.happen(event);
    }

    private static Answer done(Runnable work) {
        work.run();
        return Answer.of(204);
    }

    private static Answer json(int status, JsonNode json) {
        return Answer.of(status, "application/json", Json.text(json)).withHeader("Cache-Control", "no-store");
    }
}
