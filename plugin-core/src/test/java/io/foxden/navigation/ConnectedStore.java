package io.foxden.navigation;

import io.foxden.api.Api;
import io.foxden.authorization.Pause;
import io.foxden.foxy.Foxy;
import io.foxden.hal.HalDocument;
import io.foxden.http.AuthorizationHeader;
import io.foxden.http.HttpRequest;
import io.foxden.http.JerseyWire;
import io.foxden.http.WireException;
import io.foxden.secret.Secret;
import io.foxden.setting.HttpSettings;
import io.foxden.testkit.Sandbox;
import io.foxden.testkit.fault.Consent;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sandbox with a store connected, as registration and authorization would leave it. */
final class ConnectedStore implements AutoCloseable {
    private static final String CALLBACK = "https://shop.example.com/foxden/callback";
    private static final String CLIENT_ID = "foxden_0123456789abcdefghijABCDEFGHIJ";

    final Sandbox sandbox = Sandbox.start();
    final JerseyWire wire = new JerseyWire(HttpSettings.DEFAULT);
    final Foxy foxy = new Foxy(wire, sandbox.apiUrl());
    final Tokens tokens;
    final Api api;

    ConnectedStore() {
        sandbox.behave(behaviour -> behaviour.withConsent(Consent.APPROVE));
        Secret clientSecret = register();
        HalDocument granted = token(
                clientSecret,
                Map.of("grant_type", "authorization_code", "code", authorize(), "redirect_uri", CALLBACK));
        String refreshToken = granted.text("refresh_token").orElseThrow();
        this.tokens = new Tokens(
                accessToken(granted),
                () -> accessToken(
                        token(clientSecret, Map.of("grant_type", "refresh_token", "refresh_token", refreshToken))));
        this.api = new FoxyApi(() -> foxy, tokens, Pause.sleeping());
    }

    private Secret register() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("client_id", CLIENT_ID);
        fields.put("redirect_uri", CALLBACK);
        fields.put("project_name", "Foxden on shop.example.com");
        fields.put("company_name", "Example & Sons");
        fields.put("contact_name", "Eve Example");
        fields.put("contact_email", "eve@example.com");
        fields.put("contact_phone", "+1 555 0100");
        HalDocument client = foxy.send(
                        HttpRequest.post(foxy.link("fx:create_client")).withForm(fields))
                .orThrow()
                .document();
        return Secret.of(client.text("client_secret").orElseThrow());
    }

    /** What the owner's browser does. */
    private String authorize() {
        URI address = URI.create(sandbox.authorizeUrl() + "?response_type=code&scope=store_full_access&state=s"
                + "&client_id=" + CLIENT_ID);
        try {
            String back = wire.send(HttpRequest.get(address)).header("Location").orElseThrow();
            return back.replaceAll(".*[?&]code=([^&]*).*", "$1");
        } catch (WireException e) {
            throw new AssertionError(e);
        }
    }

    private HalDocument token(Secret clientSecret, Map<String, String> fields) {
        return foxy.send(HttpRequest.post(foxy.link("fx:token"))
                        .withAuthorization(AuthorizationHeader.basic(CLIENT_ID, clientSecret))
                        .withForm(fields))
                .orThrow()
                .document();
    }

    private static Secret accessToken(HalDocument granted) {
        return Secret.of(granted.text("access_token").orElseThrow());
    }

    @Override
    public void close() {
        wire.close();
        sandbox.close();
    }
}
