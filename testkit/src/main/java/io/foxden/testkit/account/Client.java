package io.foxden.testkit.account;

import java.util.Map;

/**
 * A registered OAuth client.
 *
 * @param number Foxy's own number for it, as in {@code /clients/100}
 * @param fields {@code redirect_uri} and the {@code project_*}, {@code company_*}, {@code contact_*} fields
 */
public record Client(int number, String id, String secret, Map<String, String> fields) {

    public Client {
        fields = Map.copyOf(fields);
    }

    public String redirectUri() {
        return field("redirect_uri");
    }

    /** The field's value, empty where it was not given. */
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    Client with(Map<String, String> others) {
        return new Client(number, id, secret, others);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "client " + number + " (" + id + ")";
    }
}
