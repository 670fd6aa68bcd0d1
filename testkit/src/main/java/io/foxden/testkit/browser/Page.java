package io.foxden.testkit.browser;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An answer, as a browser got it. */
public final class Page {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final URI uri;
    private final int status;
    private final Function<String, List<String>> headers;
    private final String body;
    private final List<Markup.Piece> pieces;

    /**
     * Reads an answer.
     *
     * @param headers all values of a header field by its name, without regard to case
     */
    public Page(URI uri, int status, Function<String, List<String>> headers, String body) {
        this.uri = uri;
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.pieces = Markup.cut(body);
    }

    /** The address it was asked for by. */
    public URI uri() {
        return uri;
    }

    public int status() {
        return status;
    }

    /** The first value of a header field. */
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    public List<String> headers(String name) {
        return headers.apply(name);
    }

    public String body() {
        return body;
    }

    /** Where it sends the browser; empty where it is no redirect. */
    public Optional<URI> redirect() {
        return REDIRECTS.contains(status) ? header("Location").map(to -> Reference.resolve(uri, to)) : Optional.empty();
    }

    /** The text without tags, white space folded. */
    public String text() {
        return pieces.stream()
                .map(piece -> piece instanceof Markup.Text text ? text.text() : piece instanceof Markup.Open ? " " : "")
                .collect(Collectors.joining())
                .strip()
                .replaceAll("\\s+", " ");
    }

    public List<Form> forms() {
        return Forms.read(uri, pieces);
    }

    /**
     * The only form whose action's path ends so; the only form at all for an empty text.
     *
     * @throws IllegalStateException where there is none, or more than one
     */
    public Form form(String pathEnd) {
        List<Form> found = forms().stream()
                .filter(form -> form.action().getPath().endsWith(pathEnd))
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException("Not one form to \"" + pathEnd + "\" on " + this + " but " + found.size()
                    + ", of " + forms() + ": " + text());
        }
        return found.get(0);
    }

    /**
     * Where the first link with that text leads.
     *
     * @throws IllegalStateException where there is none
     */
    public URI link(String text) {
        String href = "";
        StringBuilder label = new StringBuilder();
        for (Markup.Piece piece : pieces) {
            if (piece instanceof Markup.Open open && open.name().equals("a")) {
                href = open.attribute("href");
                label.setLength(0);
            } else if (piece instanceof Markup.Text part) {
                label.append(part.text());
            } else if (piece instanceof Markup.Close close
                    && close.name().equals("a")
                    && label.toString().strip().replaceAll("\\s+", " ").equals(text)) {
                return Reference.resolve(uri, href);
            }
        }
        throw new IllegalStateException("No link \"" + text + "\" on " + this + ": " + text());
    }

    /** Status and address without the query, which may hold a code. */
    @Override
    public String toString() {
        return status + " " + uri.getScheme() + "://" + uri.getAuthority() + uri.getPath();
    }
}
