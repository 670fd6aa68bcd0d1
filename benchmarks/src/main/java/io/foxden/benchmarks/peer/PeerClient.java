package io.foxden.benchmarks.peer;

import com.fasterxml.jackson.databind.JsonNode;
import io.foxden.benchmarks.world.FoxyAddress;
import io.foxden.benchmarks.world.Query;
import io.foxden.testkit.Browser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A client at Foxy for a peer, registered by hand. */
public record PeerClient(FoxyAddress foxy, String id, String secret) {
    public static final String REDIRECT_URI = "https://peer.example.com/callback";

    public static PeerClient register(FoxyAddress foxy) throws IOException, InterruptedException {
        JsonNode answer = new RawFoxy()
                .post(
                        foxy.api().resolve("clients"),
                        Map.of(
                                "redirect_uri", REDIRECT_URI,
                                "project_name", "A peer",
                                "company_name", "Example",
                                "contact_name", "Erin Example",
                                "contact_email", "erin@example.com",
                                "contact_phone", "+1 555 0100"));
        return new PeerClient(
                foxy,
                answer.path("client_id").asText(),
                answer.path("client_secret").asText());
    }

    /** The owner's consent, up to the code. */
    public String code(Browser owner, String state) {
        URI asked = URI.create(foxy.authorize() + "?response_type=code&scope=store_full_access&client_id=" + id
                + "&state=" + URLEncoder.encode(state, StandardCharsets.UTF_8));
        return Query.of(owner.open(asked).redirect().orElseThrow()).getOrDefault("code", "");
    }
}
