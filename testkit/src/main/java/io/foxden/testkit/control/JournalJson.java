package io.foxden.testkit.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.foxden.testkit.account.Client;
import io.foxden.testkit.account.Grant;
import io.foxden.testkit.journal.Exchange;
import io.foxden.testkit.journal.Violation;
import java.util.List;
import java.util.Locale;

/** What happened, and what there is, in JSON. */
final class JournalJson {
    private JournalJson() {}

    static ArrayNode exchanges(List<Exchange> exchanges) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Exchange exchange : exchanges) {
            var json = array.addObject()
                    .put("number", exchange.number())
                    .put("at", exchange.at().toString())
                    .put("method", exchange.method())
                    .put("origin", exchange.origin().name().toLowerCase(Locale.ROOT))
                    .put("path", exchange.path())
                    .put("target", exchange.target().word())
                    .put("credentials", exchange.credentials().word())
                    .put("grant_type", exchange.grantType())
                    .put("client_id", exchange.clientId())
                    .put("status", exchange.status())
                    .put("ending", exchange.ending().word());
            exchange.headers().forEach(json.putObject("headers")::put);
        }
        return array;
    }

    static ArrayNode violations(List<Violation> violations) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Violation violation : violations) {
            array.addObject()
                    .put("rule", violation.rule().word())
                    .put("exchange", violation.exchange())
                    .put("request", violation.request())
                    .put("detail", violation.detail());
        }
        return array;
    }

    /** Without the secrets, which have an address of their own. */
    static ArrayNode clients(List<Client> clients, List<Grant> grants) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Client client : clients) {
            var json = array.addObject().put("number", client.number()).put("client_id", client.id());
            client.fields().forEach(json::put);
            var granted = json.putArray("grants");
            grants.stream()
                    .filter(grant -> grant.clientId().equals(client.id()))
                    .forEach(grant -> granted.addObject()
                            .put("number", grant.number())
                            .put("scope", grant.scope().text()));
        }
        return array;
    }
}
