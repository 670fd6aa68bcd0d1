package io.foxden.benchmarks.row;

import com.fasterxml.jackson.databind.JsonNode;
import io.foxden.benchmarks.harness.Contender;
import io.foxden.benchmarks.harness.Contest;
import io.foxden.benchmarks.harness.Effort;
import io.foxden.benchmarks.harness.Line;
import io.foxden.benchmarks.harness.Row;
import io.foxden.benchmarks.peer.PeerClient;
import io.foxden.benchmarks.peer.RawFoxy;
import io.foxden.benchmarks.peer.RestClientFoxy;
import io.foxden.benchmarks.peer.SdkFoxy;
import io.foxden.benchmarks.world.ConnectedPlugin;
import io.foxden.benchmarks.world.FoxyProcess;
import io.foxden.benchmarks.world.HomeFolder;
import io.foxden.installation.Machinery;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From the API's home to the store, one walk after the other. */
public final class StoreRow implements Row {
    @Override
    public String name() {
        return "store";
    }

    @Override
    public List<Line> measure(Effort effort) throws Exception {
        try (FoxyProcess foxy = FoxyProcess.start();
                HomeFolder home = HomeFolder.make();
                ConnectedPlugin plugin = ConnectedPlugin.in(home.path(), foxy.address(), Machinery.real())) {
            String token = plugin.foxden().accessToken().reveal();
            URI api = foxy.address().api();
            RawFoxy raw = new RawFoxy();
            RestClientFoxy rest = new RestClientFoxy();
            List<Contender> contenders = new ArrayList<>();
            contenders.add(Contender.of(
                    "Foxden",
                    () -> named(plugin.foxden().api().follow("fx:store").text("store_name"))));
            contenders.add(Contender.of("java.net.http", () -> {
                JsonNode store = raw.get(RawFoxy.link(raw.get(api, token), "fx:store"), token);
                named(Optional.of(store.path("store_name").asText()));
            }));
            contenders.add(Contender.of("Spring RestClient", () -> {
                JsonNode store = rest.get(RawFoxy.link(rest.get(api, token), "fx:store"), token);
                named(Optional.of(store.path("store_name").asText()));
            }));
            try (SdkFoxy sdk = SdkFoxy.start(PeerClient.register(foxy.address()))) {
                sdk.contender().ifPresent(contenders::add);
                return Contest.of(effort, contenders).speeds("home → store by `api()`, one at a time", "≥ 0.80");
            }
        }
    }

    private static void named(Optional<String> name) {
        if (!name.orElse("").equals("Example Store")) {
            throw new IllegalStateException("That is not the store: " + name);
        }
    }
}
