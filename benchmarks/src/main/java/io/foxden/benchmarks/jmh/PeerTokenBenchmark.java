package io.foxden.benchmarks.jmh;

import com.google.api.client.auth.oauth2.BearerToken;
import com.google.api.client.auth.oauth2.Credential;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.pac4j.oidc.profile.OidcProfile;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;

/** Reading a valid access token as others hold it, with a look whether it still is; all of them in memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PeerTokenBenchmark {
    private static final String TOKEN = "a-token-that-is-as-long-as-those-of-foxy";
    private final Instant expiry = Instant.now().plusSeconds(7200);

    private final Credential google = new Credential(BearerToken.authorizationHeaderAccessMethod());
    private final OidcProfile pac4j = new OidcProfile();
    private final Authentication shop = new TestingAuthenticationToken("shop", "none");

    @SuppressWarnings("NullAway.Init") // made before the first measurement
    private AuthorizedClientServiceOAuth2AuthorizedClientManager spring;

    @Setup
    public void give() {
        google.setAccessToken(TOKEN).setExpirationTimeMilliseconds(expiry.toEpochMilli());
        pac4j.setAccessToken(new BearerAccessToken(TOKEN));
        pac4j.setExpiration(Date.from(expiry));
        ClientRegistration foxy = ClientRegistration.withRegistrationId("foxy")
                .clientId("client")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("https://peer.example.com/callback")
                .authorizationUri("https://auth.example.com/authorize")
                .tokenUri("https://api.example.com/token")
                .build();
        InMemoryClientRegistrationRepository clients = new InMemoryClientRegistrationRepository(foxy);
        InMemoryOAuth2AuthorizedClientService service = new InMemoryOAuth2AuthorizedClientService(clients);
        OAuth2AccessToken token =
                new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, TOKEN, Instant.now(), expiry);
        service.saveAuthorizedClient(new OAuth2AuthorizedClient(foxy, shop.getName(), token), shop);
        spring = new AuthorizedClientServiceOAuth2AuthorizedClientManager(clients, service);
        spring.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .authorizationCode()
                .refreshToken()
                .build());
    }

    @Benchmark
    public Object springSecurity() {
        OAuth2AuthorizedClient client = spring.authorize(OAuth2AuthorizeRequest.withClientRegistrationId("foxy")
                .principal(shop)
                .build());
        return client == null ? shop : client.getAccessToken();
    }

    @Benchmark
    public Object google() {
        Long seconds = google.getExpiresInSeconds();
        return seconds != null && seconds > 60 ? google.getAccessToken() : google;
    }

    @Benchmark
    public Object pac4j() {
        return pac4j.isExpired() ? pac4j : pac4j.getAccessToken();
    }
}
