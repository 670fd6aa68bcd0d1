package io.foxden.servlet.json;

import io.foxden.Status;
import io.foxden.authorization.Intent;
import io.foxden.authorization.Ticket;
import io.foxden.event.History;
import io.foxden.hal.Json;
import io.foxden.installation.Documents;
import io.foxden.installation.InstallRequest;
import io.foxden.installation.Installation;
import io.foxden.installation.Installed;
import io.foxden.servlet.exchange.Answer;
import io.foxden.servlet.exchange.Request;
import io.foxden.servlet.gate.Resetting;
import io.foxden.servlet.gate.Visitor.Administrator;
import io.foxden.setting.DetailField;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The JSON API: the same steps as the page's buttons, for scripts. {@code openapi.json} describes it. */
public final class JsonApi {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final String SITE_URL = "site_url";
    private static final Set<String> INSTALL_FIELDS = Stream.concat(
                    Stream.of(SITE_URL), Arrays.stream(DetailField.values()).map(DetailField::parameter))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> CONNECT_FIELDS = Set.of("scope", "return_to", "reconnect");

    private static final Set<String> RESET_FIELDS = Set.of("without_key");

    private final Installation foxden;
    private final Resetting reset;

    public JsonApi(Installation foxden, Resetting reset) {
        this.foxden = foxden;
        this.reset = reset;
    }

    public Answer status(Request request) {
        return document(request, OK, foxden.statusWithName());
    }

    public Answer doctor(Request request) {
        return Answer.json(OK, Documents.doctor(foxden.doctor(), request.words()));
    }

    public Answer history(Request request) {
        String limit = request.query().text("limit");
        int most = limit.isEmpty() ? History.USUAL : number(limit);
        return Answer.json(OK, Documents.history(foxden.history(most)));
    }

    /** What is no number is out of range. */
    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    public Answer install(Request request) throws IOException {
        BodyFields body = BodyFields.read(request, INSTALL_FIELDS);
        Installed installed =
                foxden.install(new InstallRequest(body.text(SITE_URL), request.seenSiteUrl(), body.textsBut(SITE_URL)));
        return document(request, installed.registered() ? CREATED : OK, installed.status());
    }

    public Answer connect(Request request) throws IOException {
        BodyFields body = BodyFields.read(request, CONNECT_FIELDS);
        Ticket ticket = foxden.authorization()
                .ticket(new Intent(body.text("scope"), body.text("return_to"), body.flag("reconnect")));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("start_url", ticket.startUrl().toString());
        document.put("expires_at", ticket.expiresAt().toString());
        return Answer.json(OK, Json.write(document));
    }

    public Answer refresh(Request request) throws IOException {
        BodyFields.read(request, Set.of());
        return document(request, OK, foxden.refresh());
    }

    public Answer disconnect(Request request) throws IOException {
        BodyFields.read(request, Set.of());
        return document(request, OK, foxden.disconnect());
    }

    public Answer reset(Request request, Administrator administrator) throws IOException {
        return reset(request, administrator, reset);
    }

    /** The same where no installation is open. */
    public static Answer reset(Request request, Administrator administrator, Resetting reset) throws IOException {
        boolean withoutKey = BodyFields.read(request, RESET_FIELDS).flag("without_key");
        return Answer.json(OK, Documents.forgotten(reset.run(withoutKey, administrator.session()), request.words()));
    }

    public static Answer description(Request request) {
        return Answer.json(OK, OpenApi.TEXT);
    }

    private static Answer document(Request request, int status, Status document) {
        return Answer.json(status, Documents.status(document, request.words()));
    }
}
