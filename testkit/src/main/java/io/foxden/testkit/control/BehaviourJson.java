package io.foxden.testkit.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.foxden.testkit.fault.Behaviour;
import io.foxden.testkit.fault.Consent;
import java.time.Duration;

/** The behaviour in JSON; lifetimes in seconds. */
final class BehaviourJson {
    private BehaviourJson() {}

    /**
     * The behaviour with those fields changed that the text has.
     *
     * @throws IllegalArgumentException where a field is wrong or unknown
     */
    static Behaviour change(Behaviour now, String text) {
        Order order = new Order(text);
        Behaviour changed = new Behaviour(
                order.word("consent", Consent.class, now.consent()),
                seconds(order, "access_token_lifetime", now.accessTokenLifetime()),
                seconds(order, "refresh_token_lifetime", now.refreshTokenLifetime()),
                seconds(order, "code_lifetime", now.codeLifetime()),
                order.text("expiry_name", now.expiryName()),
                order.flag("rotate_refresh_tokens", now.rotateRefreshTokens()),
                order.flag("total_items_as_text", now.totalItemsAsText()),
                order.flag("links_to_twin", now.linksToTwin()),
                order.flag("redirect_uri_required", now.redirectUriRequired()));
        order.finish();
        return changed;
    }

    private static Duration seconds(Order order, String name, Duration otherwise) {
        return Duration.ofSeconds(order.number(name, otherwise.toSeconds()));
    }

    static ObjectNode write(Behaviour behaviour) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("consent", behaviour.consent().word())
                .put("access_token_lifetime", behaviour.accessTokenLifetime().toSeconds())
                .put("refresh_token_lifetime", behaviour.refreshTokenLifetime().toSeconds())
                .put("code_lifetime", behaviour.codeLifetime().toSeconds())
                .put("expiry_name", behaviour.expiryName())
                .put("rotate_refresh_tokens", behaviour.rotateRefreshTokens())
                .put("total_items_as_text", behaviour.totalItemsAsText())
                .put("links_to_twin", behaviour.linksToTwin())
                .put("redirect_uri_required", behaviour.redirectUriRequired());
    }
}
