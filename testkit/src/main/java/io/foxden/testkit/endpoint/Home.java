package io.foxden.testkit.endpoint;

import io.foxden.testkit.account.Access;
import io.foxden.testkit.account.Foxy;
import io.foxden.testkit.hal.Answers;
import io.foxden.testkit.hal.Document;
import io.foxden.testkit.request.Ask;
import io.foxden.testkit.request.Resource;
import io.foxden.testkit.wire.Answer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/** The API home: other links for each scope; {@code ETag} and conditional GET. */
final class Home implements Resource {
    private final Answers answers;
    private final Foxy foxy;

    Home(Answers answers, Foxy foxy) {
        this.answers = answers;
        this.foxy = foxy;
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET");
    }

    @Override
    public Answer answer(Ask ask) {
        Document document =
                answers.document().link("self", "/", "Your API starting point.").relsLink();
        if (ask.access() == null) {
            forStrangers(document);
        } else {
            forBearer(document, ask.access());
        }
        document.put("message", "Welcome to the Foxy API! (This is a sandbox that runs offline.)");
        return conditional(answers.hal(200, document), ask);
    }

    private static void forStrangers(Document document) {
        document.link("fx:property_helpers", "/property_helpers", "Property Helpers")
                .link("fx:create_client", "/clients", "Create a client")
                .link("fx:token", "/token", "The OAuth endpoint for obtaining a new access_token", "application/json");
    }

    private void forBearer(Document document, Access access) {
        Integer id = access.scope().id();
        switch (access.scope().kind()) {
            case CLIENT -> {
                foxy.clients()
                        .find(access.clientId())
                        .ifPresent(client -> document.link("fx:client", "/clients/" + client.number(), "Your Client"));
                document.link("fx:create_user", "/users", "Create a User")
                        .link("fx:reporting", "/reporting", "Reporting")
                        .link("fx:token", "/token", "The OAuth endpoint", "application/json");
            }
            case USER ->
                document.link("fx:user", "/users/" + foxy.user().id(), "Your User")
                        .link("fx:stores", "/stores", "Your Stores");
            case STORE ->
                document.link("fx:store", "/stores/" + id, "Your Store").link("fx:encode", "/encode", "Encode");
        }
    }

    private static Answer conditional(Answer answer, Ask ask) {
        String tag = "\"" + digest(answer.body()) + "\"";
        Answer full = answer.withHeader("ETag", tag)
                .withHeader("Cache-Control", "private, must-revalidate")
                .withHeader("Vary", "Authorization, Accept");
        String known = ask.call().header("If-None-Match").orElse("");
        boolean same = Arrays.stream(known.split(",", -1))
                .map(each -> each.strip().replaceFirst("^W/", ""))
                .anyMatch(each -> each.equals(tag) || each.equals("*"));
        return same ? full.withStatus(304).withBody(full.contentType(), new byte[0]) : full;
    }

    private static String digest(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
