package io.foxden.benchmarks.peer;

import io.foxden.testkit.Browser;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.oauth2.client.JdbcOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;

/**
 * Consents as Spring Security's OAuth 2 client takes them, its authorized clients in H2, which is made to flush each to the
 * disk. What was asked for is kept in memory, as it is in a server's session.
 */
public final class SpringConsent implements AutoCloseable {
    private static final String DURABLE = "CHECKPOINT SYNC";

    private final PeerClient client;
    private final ClientRegistration registration;
    private final OAuth2AuthorizationCodeAuthenticationProvider provider;
    private final JdbcOAuth2AuthorizedClientService service;
    private final JdbcConnectionPool pool;
    private final JdbcTemplate jdbc;
    private final Base64StringKeyGenerator states = new Base64StringKeyGenerator();
    private final Authentication shop = new TestingAuthenticationToken("shop", "none");
    private final Browser owner = new Browser();

    /** @param folder for the database */
    public SpringConsent(PeerClient client, Path folder) throws IOException, InterruptedException {
        this.client = client;
        URI token = RawFoxy.link(new RawFoxy().get(client.foxy().api()), "fx:token");
        this.registration = ClientRegistration.withRegistrationId("foxy")
                .clientId(client.id())
                .clientSecret(client.secret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(PeerClient.REDIRECT_URI)
                .scope("store_full_access")
                .authorizationUri(client.foxy().authorize().toString())
                .tokenUri(token.toString())
                .build();
        this.provider = provider();
        this.pool = JdbcConnectionPool.create("jdbc:h2:file:" + folder.resolve("clients") + ";WRITE_DELAY=0", "sa", "");
        new ResourceDatabasePopulator(
                        new ClassPathResource("org/springframework/security/oauth2/client/oauth2-client-schema.sql"))
                .execute(pool);
        this.jdbc = new JdbcTemplate(pool);
        this.service =
                new JdbcOAuth2AuthorizedClientService(jdbc, new InMemoryClientRegistrationRepository(registration));
    }

    private static OAuth2AuthorizationCodeAuthenticationProvider provider() {
        RestClientAuthorizationCodeTokenResponseClient endpoint = new RestClientAuthorizationCodeTokenResponseClient();
        endpoint.addHeadersConverter(request -> {
            HttpHeaders headers = new HttpHeaders();
            headers.add("FOXY-API-VERSION", "1");
            return headers;
        });
        return new OAuth2AuthorizationCodeAuthenticationProvider(endpoint);
    }

    public void consent() {
        OAuth2AuthorizationRequest request = OAuth2AuthorizationRequest.authorizationCode()
                .clientId(client.id())
                .authorizationUri(client.foxy().authorize().toString())
                .redirectUri(PeerClient.REDIRECT_URI)
                .scope("store_full_access")
                .state(states.generateKey())
                .build();
        OAuth2AuthorizationResponse response = OAuth2AuthorizationResponse.success(
                        client.code(owner, Objects.requireNonNull(request.getState())))
                .redirectUri(PeerClient.REDIRECT_URI)
                .state(Objects.requireNonNull(request.getState()))
                .build();
        save((OAuth2AuthorizationCodeAuthenticationToken)
                provider.authenticate(new OAuth2AuthorizationCodeAuthenticationToken(
                        registration, new OAuth2AuthorizationExchange(request, response))));
    }

    private void save(OAuth2AuthorizationCodeAuthenticationToken given) {
        service.saveAuthorizedClient(
                new OAuth2AuthorizedClient(
                        registration,
                        shop.getName(),
                        Objects.requireNonNull(given.getAccessToken()),
                        given.getRefreshToken()),
                shop);
        jdbc.execute(DURABLE);
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
