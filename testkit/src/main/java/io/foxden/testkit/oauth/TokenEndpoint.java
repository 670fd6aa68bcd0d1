package io.foxden.testkit.oauth;

import io.foxden.testkit.account.Client;
import io.foxden.testkit.account.Foxy;
import io.foxden.testkit.account.Refusal;
import io.foxden.testkit.account.Tokens;
import io.foxden.testkit.hal.Answers;
import io.foxden.testkit.journal.Rule;
import io.foxden.testkit.request.Ask;
import io.foxden.testkit.request.Fields;
import io.foxden.testkit.request.Resource;
import io.foxden.testkit.wire.Answer;
import io.foxden.testkit.wire.Parameters;
import java.util.Set;

/** {@code fx:token}: three grants (RFC 6749 sections 4.1.3, 6 and 4.4.2). */
final class TokenEndpoint implements Resource {
    private static final Set<String> NEVER_IN_ADDRESS =
            Set.of("client_id", "client_secret", "code", "refresh_token", "grant_type");

    private final Answers answers;
    private final ClientCredentials credentials;
    private final Foxy foxy;

    TokenEndpoint(Answers answers, Foxy foxy) {
        this.answers = answers;
        this.credentials = new ClientCredentials(foxy.clients());
        this.foxy = foxy;
    }

    @Override
    public Set<String> methods() {
        return Set.of("POST");
    }

    @Override
    public Answer answer(Ask ask) {
        try {
            Tokens tokens = tokens(ask);
            return answers.oauth(
                    200, TokenJson.of(tokens, foxy.behaviour().get().expiryName()));
        } catch (OAuthProblem e) {
            return refuse(ask, e.status(), e.error(), e.description());
        } catch (Refusal e) {
            Rule broken = e.broken();
            if (broken != null) {
                ask.violation(broken, e.description());
            }
            return refuse(ask, 400, e.error(), e.description());
        } catch (Fields.Malformed e) {
            ask.violation(Rule.MALFORMED, String.valueOf(e.getMessage()));
            return refuse(ask, 400, "invalid_request", String.valueOf(e.getMessage()));
        }
    }

    private Answer refuse(Ask ask, int status, String error, String description) {
        Answer answer = answers.oauthError(status, error, description);
        boolean basic = ask.call().header("Authorization").isPresent();
        return status == 401 && basic ? answer.withHeader("WWW-Authenticate", "Basic realm=\"Foxy\"") : answer;
    }

    private Tokens tokens(Ask ask) {
        Parameters form = Fields.form(ask.call());
        if (ask.call().query().names().stream().anyMatch(NEVER_IN_ADDRESS::contains)) {
            throw problem(ask, Rule.CLIENT_CREDENTIALS, "Parameters of a token request belong in the body");
        }
        Client client = credentials.check(ask, form);
        String grantType = required(ask, form, "grant_type");
        return switch (grantType) {
            case "authorization_code" -> exchange(ask, form, client);
            case "refresh_token" -> foxy.grants().refresh(client, required(ask, form, "refresh_token"));
            case "client_credentials" -> clientAccess(ask, form, client);
            default -> {
                ask.violation(Rule.OAUTH_PARAMETERS, "grant_type " + grantType);
                throw new OAuthProblem(400, "unsupported_grant_type", "Grant type \"" + grantType + "\" not supported");
            }
        };
    }

    private Tokens exchange(Ask ask, Parameters form, Client client) {
        String code = required(ask, form, "code");
        Tokens tokens =
                foxy.grants().exchange(client, code, form.get("redirect_uri").orElse(null));
        if (form.get("redirect_uri").isEmpty()) {
            ask.violation(Rule.REDIRECT_URI, "The exchange came without redirect_uri");
        }
        return tokens;
    }

    private Tokens clientAccess(Ask ask, Parameters form, Client client) {
        if (!required(ask, form, "scope").equals("client_full_access")) {
            ask.violation(Rule.OAUTH_PARAMETERS, "client_credentials with another scope than client_full_access");
            throw new OAuthProblem(400, "invalid_scope", "client_credentials gives client_full_access only");
        }
        return foxy.grants().clientAccess(client);
    }

    private static String required(Ask ask, Parameters form, String name) {
        return form.filled(name)
                .orElseThrow(() -> problem(ask, Rule.OAUTH_PARAMETERS, "Missing parameter: \"" + name + "\""));
    }

    private static OAuthProblem problem(Ask ask, Rule rule, String description) {
        ask.violation(rule, description);
        return new OAuthProblem(400, "invalid_request", description);
    }
}
