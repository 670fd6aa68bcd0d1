package io.foxden.testkit.fault;

import java.time.Duration;

/**
 * How the sandbox behaves where Foxy is known to behave in more than one way, or may one day. Immutable; {@link #standard}
 * is what Foxy's documentation says.
 *
 * @param consent what the authorization endpoint does; asks by default
 * @param accessTokenLifetime 2 hours by default
 * @param refreshTokenLifetime 315360000 seconds (10 years) by default
 * @param codeLifetime 30 seconds by default
 * @param expiryName {@code expires_in} by default; the prose of Foxy's documentation says {@code access_token_expires}
 * @param rotateRefreshTokens whether each refresh gives a new refresh token and ends the old one; no by default
 * @param totalItemsAsText whether {@code total_items} is a string; no by default
 * @param linksToTwin whether links point at the twin origin; no by default
 * @param redirectUriRequired whether an exchange without {@code redirect_uri} is refused. By default it is answered and
 *     noted as a violation: Foxy's documentation asks for it, Foxy's own JavaScript SDK leaves it out
 */
public record Behaviour(
        Consent consent,
        Duration accessTokenLifetime,
        Duration refreshTokenLifetime,
        Duration codeLifetime,
        String expiryName,
        boolean rotateRefreshTokens,
        boolean totalItemsAsText,
        boolean linksToTwin,
        boolean redirectUriRequired) {

    public static Behaviour standard() {
        return new Behaviour(
                Consent.ASK,
                Duration.ofSeconds(7200),
                Duration.ofSeconds(315360000),
                Duration.ofSeconds(30),
                "expires_in",
                false,
                false,
                false,
                false);
    }

    public Behaviour withConsent(Consent value) {
        return new Behaviour(
                value,
                accessTokenLifetime,
                refreshTokenLifetime,
                codeLifetime,
                expiryName,
                rotateRefreshTokens,
                totalItemsAsText,
                linksToTwin,
                redirectUriRequired);
    }

    public Behaviour withAccessTokenLifetime(Duration value) {
        return new Behaviour(
                consent,
                value,
                refreshTokenLifetime,
                codeLifetime,
                expiryName,
                rotateRefreshTokens,
                totalItemsAsText,
                linksToTwin,
                redirectUriRequired);
    }

    public Behaviour withRefreshTokenLifetime(Duration value) {
        return new Behaviour(
                consent,
                accessTokenLifetime,
                value,
                codeLifetime,
                expiryName,
                rotateRefreshTokens,
                totalItemsAsText,
                linksToTwin,
                redirectUriRequired);
    }

    public Behaviour withCodeLifetime(Duration value) {
        return new Behaviour(
                consent,
                accessTokenLifetime,
                refreshTokenLifetime,
                value,
                expiryName,
                rotateRefreshTokens,
                totalItemsAsText,
                linksToTwin,
                redirectUriRequired);
    }

    public Behaviour withExpiryName(String value) {
        return new Behaviour(
                consent,
                accessTokenLifetime,
                refreshTokenLifetime,
                codeLifetime,
                value,
                rotateRefreshTokens,
                totalItemsAsText,
                linksToTwin,
                redirectUriRequired);
    }

    public Behaviour withRotateRefreshTokens(boolean value) {
        return new Behaviour(
                consent,
                accessTokenLifetime,
                refreshTokenLifetime,
                codeLifetime,
                expiryName,
                value,
                totalItemsAsText,
                linksToTwin,
                redirectUriRequired);
    }

    public Behaviour withTotalItemsAsText(boolean value) {
        return new Behaviour(
                consent,
                accessTokenLifetime,
                refreshTokenLifetime,
                codeLifetime,
                expiryName,
                rotateRefreshTokens,
                value,
                linksToTwin,
                redirectUriRequired);
    }

    public Behaviour withLinksToTwin(boolean value) {
        return new Behaviour(
                consent,
                accessTokenLifetime,
                refreshTokenLifetime,
                codeLifetime,
                expiryName,
                rotateRefreshTokens,
                totalItemsAsText,
                value,
                redirectUriRequired);
    }

    public Behaviour withRedirectUriRequired(boolean value) {
        return new Behaviour(
                consent,
                accessTokenLifetime,
                refreshTokenLifetime,
                codeLifetime,
                expiryName,
                rotateRefreshTokens,
                totalItemsAsText,
                linksToTwin,
                value);
    }
}
