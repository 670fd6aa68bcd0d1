package io.foxden.testkit.reception;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.foxden.testkit.fault.Content;
import io.foxden.testkit.fault.Effect;
import io.foxden.testkit.hal.Answers;
import io.foxden.testkit.hal.Json;
import io.foxden.testkit.wire.Answer;
import io.foxden.testkit.wire.Delivery;
import java.util.List;
import java.util.Map;

/** Makes the answers that faults order. */
final class Falsehood {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en"><head><title>We will be right back</title></head>
            <body><h1>We will be right back</h1><p>The service is being maintained.</p></body></html>
            """;
    private static final byte[] GARBAGE = {0x1f, (byte) 0x8b, 0, (byte) 0xff, (byte) 0xfe, '{', '"', 7, (byte) 0xc3, '('
    };

    private final Answers answers;

    Falsehood(Answers answers) {
        this.answers = answers;
    }

    Delivery reply(Effect.Reply reply) {
        Answer answer = content(reply);
        for (Map.Entry<String, String> header : reply.headers().entrySet()) {
            answer = answer.withHeader(header.getKey(), header.getValue());
        }
        return reply.content() instanceof Content.Huge huge
                ? new Delivery.Flood(answer, huge.bytes())
                : new Delivery.Whole(answer);
    }

    private Answer content(Effect.Reply reply) {
        int status = reply.status();
        Content content = reply.content();
        if (content instanceof Content.FxErrors errors) {
            return answers.error(status, errors.message());
        } else if (content instanceof Content.OAuthError oauth) {
            return answers.oauthError(status, oauth.error(), oauth.description());
        } else if (content instanceof Content.Html) {
            return Answer.of(status, "text/html; charset=utf-8", PAGE);
        } else if (content instanceof Content.Garbage) {
            return Answer.of(status).withBody("application/hal+json", GARBAGE);
        } else if (content instanceof Content.Huge) {
            return Answer.of(status, "application/hal+json", "");
        }
        return Answer.of(status);
    }

    /** The answer with the fields of its JSON object changed, and wrapped; any other answer as it is. */
    Answer altered(Answer answer, List<Effect> effects) {
        Answer altered = withFields(answer, effects);
        for (Effect effect : effects) {
            if (effect instanceof Effect.Wrap wrap && altered.body().length > 0) {
                altered = Wrapper.wrapped(altered, wrap.wrapping());
            }
        }
        return altered;
    }

    private static Answer withFields(Answer answer, List<Effect> effects) {
        boolean alters =
                effects.stream().anyMatch(e -> e instanceof Effect.WithField || e instanceof Effect.WithoutField);
        if (!alters || !(Json.parse(answer.text()).orElse(null) instanceof ObjectNode object)) {
            return answer;
        }
        for (Effect effect : effects) {
            if (effect instanceof Effect.WithoutField gone) {
                object.remove(gone.name());
            } else if (effect instanceof Effect.WithField put) {
                object.set(put.name(), Json.node(put.value()));
            }
        }
        return Answer.of(answer.status(), answer.contentType(), Json.text(object));
    }
}
