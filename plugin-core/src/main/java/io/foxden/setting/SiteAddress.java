package io.foxden.setting;

import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.words.Message;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Where Foxden answers, as browsers and Foxy see it.
 *
 * @param siteUrl public base address of the application, context path included, without a slash at the end
 * @param basePath where in the application Foxden answers: empty, or beginning with a slash and not ending with one
 */
public record SiteAddress(URI siteUrl, String basePath) {
    /** The name in requests. */
    public static final String PARAMETER = "site_url";

    private static final String CALLBACK = "/callback";

    /** @throws IllegalArgumentException if one of them is not as described; {@link #parse} tells people why */
    public SiteAddress {
        checkLength(siteUrl, basePath);
        if (!WebAddress.withoutSlash(siteUrl.toString()).toString().equals(siteUrl.toString())
                || !Syntax.basePath(basePath).equals(basePath)) {
            throw new BadValueException("setting/bad.not-normal");
        }
    }

    /**
     * Reads an address that a person gave, and writes it in its one form.
     *
     * @throws OperatorException with {@link Code#BAD_REQUEST} if it cannot be one
     */
    public static SiteAddress parse(String siteUrl, String basePath) {
        try {
            return new SiteAddress(WebAddress.withoutSlash(siteUrl.strip()), Syntax.basePath(basePath));
        } catch (BadValueException e) {
            String shown = WebAddress.withoutUser(siteUrl);
            Message what = Message.of("setting/bad-site")
                    .with("value", shown)
                    .with("reason", e.reason())
                    .with("allowed", Setting.SITE_URL.allowed());
            throw new OperatorException(Problem.of(Code.BAD_REQUEST, what).withFields(List.of(PARAMETER)));
        }
    }

    /** The address that a redirect URI was made of; empty if it was made with another base path. */
    public static Optional<SiteAddress> ofRedirectUri(URI redirectUri, String basePath) {
        String text = redirectUri.toString();
        String end = basePath + CALLBACK;
        if (!text.endsWith(end)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SiteAddress(URI.create(text.substring(0, text.length() - end.length())), basePath));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Where Foxden's page is, without a slash at the end. */
    public URI baseUrl() {
        return URI.create(siteUrl + basePath);
    }

    /** Where Foxy sends the browser back to. */
    public URI redirectUri() {
        return under(CALLBACK);
    }

    /** @param path below the base path, beginning with a slash */
    public URI under(String path) {
        return URI.create(siteUrl + basePath + path);
    }

    public boolean https() {
        return siteUrl.getScheme().equals("https");
    }

    /** The path that Foxden's cookies are limited to (RFC 6265, section 5.2.4). */
    public String cookiePath() {
        String path = baseUrl().getRawPath();
        return path.isEmpty() ? "/" : path;
    }

    public static void checkLength(URI siteUrl, String basePath) {
        int length = (siteUrl + basePath + CALLBACK).length();
        if (length > Syntax.FIELD_LENGTH) {
            throw new BadValueException(
                    Message.of("setting/bad.redirect-length").with("length", length));
        }
    }
}
