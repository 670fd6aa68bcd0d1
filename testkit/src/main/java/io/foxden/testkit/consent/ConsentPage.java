package io.foxden.testkit.consent;

import static io.foxden.testkit.consent.Html.escape;

import io.foxden.testkit.account.Client;
import io.foxden.testkit.account.Scope;
import io.foxden.testkit.shop.Person;
import io.foxden.testkit.shop.Store;
import io.foxden.testkit.wire.Answer;
import java.util.List;

/** The page that asks the owner. */
final class ConsentPage {
    private final Person user;

    ConsentPage(Person user) {
        this.user = user;
    }

    /**
     * The page.
     *
     * @param stores those to choose from; empty where the whole account is asked for
     * @param problem what was wrong with the last answer, empty at first
     */
    Answer ask(Wish wish, List<Store> stores, String problem) {
        Client client = wish.client();
        String what = wish.scope().kind() == Scope.Kind.USER ? "your account and all its stores" : "your store";
        String content = """
                <h1>%s wants access to %s</h1>
                %s<p class="note">You are signed in as %s (%s). This is a sandbox: it stands in for Foxy and runs on your machine.</p>
                <dl>
                %s</dl>
                <form method="post" action="/authorize">
                %s%s<p>If you approve, it can read and change everything there until you remove it.</p>
                <p><button class="main" type="submit" name="decision" value="approve">Approve</button>
                <button type="submit" name="decision" value="deny">Deny</button></p>
                </form>
                """.formatted(
                        escape(client.field("project_name")),
                        what,
                        problem.isEmpty() ? "" : "<p class=\"problem\" role=\"alert\">" + escape(problem) + "</p>\n",
                        escape(user.name()),
                        escape(user.email()),
                        facts(client),
                        hidden(wish),
                        choice(stores));
        return Html.page(problem.isEmpty() ? 200 : 400, "Approve access? – Foxy sandbox", content);
    }

    private static String facts(Client client) {
        return fact("Project", client.field("project_name"))
                + fact("Description", client.field("project_description"))
                + fact("Company", client.field("company_name"))
                + fact("Contact", client.field("contact_name") + ", " + client.field("contact_email"))
                + fact("Goes back to", client.redirectUri());
    }

    private static String fact(String name, String value) {
        return value.isBlank() ? "" : "<dt>" + name + "</dt><dd>" + escape(value) + "</dd>\n";
    }

    private static String hidden(Wish wish) {
        return field("response_type", "code")
                + field("client_id", wish.client().id())
                + field("scope", wish.requestedScope())
                + field("state", wish.state());
    }

    private static String field(String name, String value) {
        return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + escape(value) + "\">\n";
    }

    private static String choice(List<Store> stores) {
        if (stores.isEmpty()) {
            return "";
        }
        StringBuilder radios = new StringBuilder("<fieldset><legend>Store</legend>\n");
        for (Store store : stores) {
            radios.append("<label><input type=\"radio\" name=\"store_id\" value=\"")
                    .append(store.id())
                    .append(store.equals(stores.get(0)) ? "\" checked> " : "\"> ")
                    .append(escape(store.name()))
                    .append(" (")
                    .append(escape(store.domain()))
                    .append(", number ")
                    .append(store.id())
                    .append(")</label>\n");
        }
        return radios.append("</fieldset>\n").toString();
    }
}
