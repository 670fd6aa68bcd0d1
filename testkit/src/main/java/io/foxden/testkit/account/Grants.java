package io.foxden.testkit.account;

import io.foxden.testkit.fault.Behaviour;
import io.foxden.testkit.journal.Rule;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Codes, refresh tokens and access tokens, by the rules of Foxy's token endpoint. Safe for use by several threads. */
public final class Grants {
    private final Clock clock;
    private final Mint mint;
    private final Supplier<Behaviour> behaviour;
    private final Map<String, Code> codes = new HashMap<>();
    private final Map<Integer, Grant> grants = new LinkedHashMap<>();
    private final Map<String, Access> accesses = new HashMap<>();
    private final Set<String> usedStates = new HashSet<>();
    private int next = 1;

    public Grants(Clock clock, Mint mint, Supplier<Behaviour> behaviour) {
        this.clock = clock;
        this.mint = mint;
        this.behaviour = behaviour;
    }

    /** Notes that an authorization request was answered; false where its state was used before. */
    public synchronized boolean firstUse(String state) {
        return usedStates.add(state);
    }

    /** A new code for what the owner approved. */
    public synchronized String code(Client client, Scope scope) {
        String code = mint.secret();
        codes.put(
                code,
                new Code(
                        client.id(), scope, clock.instant().plus(behaviour.get().codeLifetime()), false));
        return code;
    }

    /**
     * {@code grant_type=authorization_code}.
     *
     * @param redirectUri as sent; null where it was not
     * @throws Refusal where the code is unknown, used, late or another's, or the redirect URI is not the registered one
     */
    public synchronized Tokens exchange(Client client, String code, @Nullable String redirectUri) {
        Code known = codes.get(code);
        if (known == null) {
            throw invalidGrant("Authorization code doesn't exist or is invalid for the client", null);
        }
        check(known, client, redirectUri);
        codes.put(code, known.spent());
        return grant(client, known.scope());
    }

    private void check(Code code, Client client, @Nullable String redirectUri) {
        if (!code.clientId().equals(client.id())) {
            throw invalidGrant("Authorization code doesn't exist or is invalid for the client", Rule.CODE_FOREIGN);
        }
        if (code.used()) {
            throw invalidGrant("The authorization code has been used", Rule.CODE_REUSED);
        }
        if (!clock.instant().isBefore(code.expiresAt())) {
            throw invalidGrant("The authorization code has expired", Rule.CODE_LATE);
        }
        if (redirectUri == null ? behaviour.get().redirectUriRequired() : !redirectUri.equals(client.redirectUri())) {
            throw invalidGrant("The redirect URI is missing or does not match", Rule.REDIRECT_URI);
        }
    }

    /** A new grant with its tokens, as the owner's consent gives and as a registration gives for {@code client_full_access}. */
    public synchronized Tokens grant(Client client, Scope scope) {
        Grant grant = new Grant(next++, client.id(), scope, mint.secret(), refreshTokenExpiry());
        grants.put(grant.number(), grant);
        return tokens(client.id(), scope, grant.refreshToken());
    }

    /**
     * {@code grant_type=refresh_token}.
     *
     * @throws Refusal where the refresh token is unknown, revoked, expired or another client's
     */
    public synchronized Tokens refresh(Client client, String refreshToken) {
        Grant grant = grants.values().stream()
                .filter(g ->
                        g.refreshToken().equals(refreshToken) && g.clientId().equals(client.id()))
                .findFirst()
                .orElseThrow(() -> invalidGrant("Invalid refresh token", null));
        if (!clock.instant().isBefore(grant.expiresAt())) {
            throw invalidGrant("Refresh token has expired", null);
        }
        if (behaviour.get().rotateRefreshTokens()) {
            grant = grant.withRefreshToken(mint.secret(), refreshTokenExpiry());
            grants.put(grant.number(), grant);
        }
        return tokens(client.id(), grant.scope(), grant.refreshToken());
    }

    /** {@code grant_type=client_credentials} with {@code scope=client_full_access}. */
    public synchronized Tokens clientAccess(Client client) {
        return tokens(client.id(), Scope.client(), null);
    }

    /** What an access token opens, expired or not; empty where it is unknown or revoked. */
    public synchronized Optional<Access> access(String accessToken) {
        return Optional.ofNullable(accesses.get(accessToken));
    }

    public boolean expired(Access access) {
        return !clock.instant().isBefore(access.expiresAt());
    }

    /** The grants that have a refresh token, oldest first. */
    public synchronized List<Grant> active() {
        Instant now = clock.instant();
        return grants.values().stream().filter(g -> now.isBefore(g.expiresAt())).toList();
    }

    /** Revokes as Foxy does: the refresh token, and every access token of the same client and scope. */
    public synchronized boolean revoke(int number) {
        Grant grant = grants.remove(number);
        if (grant == null) {
            return false;
        }
        accesses.values()
                .removeIf(
                        a -> a.clientId().equals(grant.clientId()) && a.scope().equals(grant.scope()));
        return true;
    }

    /** Revokes all. */
    public synchronized void revokeAll() {
        List.copyOf(grants.keySet()).forEach(this::revoke);
    }

    /** Ends every access token, as time would. */
    public synchronized void expireAccessTokens() {
        Instant now = clock.instant();
        accesses.replaceAll((token, a) -> new Access(a.clientId(), a.scope(), now));
    }

    /** Forgets all that a deleted client was given. */
    public synchronized void forget(String clientId) {
        codes.values().removeIf(code -> code.clientId().equals(clientId));
        grants.values().removeIf(grant -> grant.clientId().equals(clientId));
        accesses.values().removeIf(access -> access.clientId().equals(clientId));
    }

    public synchronized void clear() {
        codes.clear();
        grants.clear();
        accesses.clear();
        usedStates.clear();
        next = 1;
    }

    private Tokens tokens(String clientId, Scope scope, @Nullable String refreshToken) {
        var lifetime = behaviour.get().accessTokenLifetime();
        String token = mint.secret();
        accesses.put(token, new Access(clientId, scope, clock.instant().plus(lifetime)));
        return new Tokens(token, refreshToken, scope, lifetime);
    }

    private Instant refreshTokenExpiry() {
        return clock.instant().plus(behaviour.get().refreshTokenLifetime());
    }

    private static Refusal invalidGrant(String description, @Nullable Rule broken) {
        return new Refusal("invalid_grant", description, broken);
    }
}
