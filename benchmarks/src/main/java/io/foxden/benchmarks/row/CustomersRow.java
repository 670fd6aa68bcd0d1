package io.foxden.benchmarks.row;

import com.fasterxml.jackson.databind.JsonNode;
import io.foxden.api.Resource;
import io.foxden.benchmarks.harness.Contender;
import io.foxden.benchmarks.harness.Contest;
import io.foxden.benchmarks.harness.Effort;
import io.foxden.benchmarks.harness.Figure;
import io.foxden.benchmarks.harness.Line;
import io.foxden.benchmarks.harness.Row;
import io.foxden.benchmarks.peer.RawFoxy;
import io.foxden.benchmarks.peer.RestClientFoxy;
import io.foxden.benchmarks.world.ConnectedPlugin;
import io.foxden.benchmarks.world.FoxyProcess;
import io.foxden.benchmarks.world.HomeFolder;
import io.foxden.installation.Machinery;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One page of 300 customers, each one's address read: time, and what all threads of the process allocate for it. */
public final class CustomersRow implements Row {
    private static final int PAGE = 300;
    private static final String EMBEDDED = "fx:customers";
    private static final String WORK = "page of 300 customers, one at a time";

    @Override
    public String name() {
        return "customers";
    }

    @Override
    public List<Line> measure(Effort effort) throws Exception {
        try (FoxyProcess foxy = FoxyProcess.start();
                HomeFolder home = HomeFolder.make();
                ConnectedPlugin plugin = ConnectedPlugin.in(home.path(), foxy.address(), Machinery.real())) {
            String token = plugin.foxden().accessToken().reveal();
            RawFoxy raw = new RawFoxy();
            RestClientFoxy rest = new RestClientFoxy();
            URI page = page(raw, foxy.address().api(), token);
            return lines(Contest.of(
                    effort,
                    List.of(
                            Contender.of(
                                    "Foxden",
                                    () -> counted(emails(plugin.foxden().api().get(page.toString())))),
                            Contender.of("java.net.http", () -> counted(emails(raw.get(page, token)))),
                            Contender.of("Spring RestClient", () -> counted(emails(rest.get(page, token)))))));
        }
    }

    /** The address of a page that is full: the sandbox has 45 customers to begin with. */
    private static URI page(RawFoxy raw, URI api, String token) throws IOException, InterruptedException {
        URI customers = RawFoxy.link(raw.get(RawFoxy.link(raw.get(api, token), "fx:store"), token), EMBEDDED);
        for (int n = 0; n < PAGE; n++) {
            raw.post(customers, token, Map.of("email", "more" + n + "@example.com", "first_name", "More"));
        }
        return URI.create(customers + "?limit=" + PAGE);
    }

    private static List<String> emails(Resource page) {
        return page.embedded(EMBEDDED).stream()
                .map(customer -> customer.text("email").orElseThrow())
                .toList();
    }

    private static List<String> emails(JsonNode page) {
        List<String> emails = new ArrayList<>();
        page.path("_embedded")
                .path(EMBEDDED)
                .forEach(customer -> emails.add(customer.path("email").asText()));
        return emails;
    }

    private static void counted(List<String> emails) {
        if (emails.size() != PAGE) {
            throw new IllegalStateException("Not a full page: " + emails.size());
        }
    }

    private static List<Line> lines(Contest contest) {
        List<Line> lines = new ArrayList<>(contest.speeds(WORK, "≥ 0.90"));
        for (int peer = 1; peer <= contest.peers().size(); peer++) {
            lines.add(new Line(
                    WORK + ": allocated",
                    Figure.bytes(contest.bytes(0)),
                    contest.peers().get(peer - 1),
                    Figure.bytes(contest.bytes(peer)),
                    Figure.ratio(contest.thrift(peer)),
                    peer == 2 ? "≥ 1.00" : ""));
        }
        return lines;
    }
}
