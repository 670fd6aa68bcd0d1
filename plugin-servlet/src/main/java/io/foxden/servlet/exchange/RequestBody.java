package io.foxden.servlet.exchange;

import io.foxden.problem.OperatorException;
import io.foxden.words.Message;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The body of a request: at most 64 KB, of the one expected type, UTF-8. */
final class RequestBody {
    static final int LIMIT = 64 * 1024;
    /** What is read of a body only to throw it away; Tomcat has the same bound of its own (maxSwallowSize). */
    private static final int DISCARDED = 2 * 1024 * 1024;

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    private final HttpServletRequest request;

    RequestBody(HttpServletRequest request) {
        this.request = request;
    }

    /**
     * The fields of a form; none where there is no body.
     *
     * @throws OperatorException BAD_REQUEST where it is something else, or larger than 64 KB
     */
    Parameters form() throws IOException {
        if (absent()) {
            return Parameters.none();
        }
        expect(FORM);
        byte[] bytes = unread();
        return bytes.length > 0 ? Parameters.parse(text(bytes)) : readByHost();
    }

    /**
     * The text of a JSON document; empty where there is no body.
     *
     * @throws OperatorException BAD_REQUEST where it is something else, or larger than 64 KB
     */
    String json() throws IOException {
        if (absent()) {
            return "";
        }
        byte[] bytes = unread();
        if (bytes.length == 0 && request.getContentLengthLong() > 0) {
            throw Parameters.bad(Message.of("servlet/exchange/body-gone"));
        }
        if (bytes.length == 0) {
            return "";
        }
        expect(JSON);
        return text(bytes);
    }

    /**
     * Reads what is left of a body that nobody wanted, as far as 2 MB. A server that answers without that may close the
     * connection while the client is still sending, and then the client never sees the answer.
     */
    void drain() {
        if (absent()) {
            return;
        }
        try {
            request.getInputStream().skipNBytes(DISCARDED);
        } catch (IllegalStateException | IOException nothingLeft) {
            return;
        }
    }

    private boolean absent() {
        long length = request.getContentLengthLong();
        return length == 0 || (length < 0 && request.getHeader("Transfer-Encoding") == null && !http2());
    }

    /** In HTTP/2 a body needs neither header (RFC 9113, section 8.1). */
    private boolean http2() {
        return request.getProtocol().startsWith("HTTP/2")
                || request.getProtocol().startsWith("HTTP/3");
    }

    private void expect(String type) {
        String given = request.getContentType() == null ? "" : request.getContentType();
        String[] parts = given.toLowerCase(Locale.ROOT).split(";", 2);
        if (!parts[0].strip().equals(type)) {
            throw Parameters.bad(
                    Message.of("servlet/exchange/body-type").with("type", type).with("given", FormText.shown(given)));
        }
        String rest = parts.length > 1 ? parts[1].replace("\"", "").strip() : "";
        if (rest.startsWith("charset=") && !rest.equals("charset=utf-8")) {
            throw Parameters.bad(Message.of("servlet/exchange/body-charset").with("given", FormText.shown(rest)));
        }
    }

    private byte[] unread() throws IOException {
        if (request.getContentLengthLong() > LIMIT) {
            throw tooLarge();
        }
        try {
            byte[] bytes = request.getInputStream().readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                throw tooLarge();
            }
            return bytes;
        } catch (IllegalStateException readerTaken) {
            return new byte[0]; // a filter of the host called getReader(): what is left is what it parsed
        } catch (IOException e) {
            throw Parameters.bad(Message.of("servlet/exchange/body-cut"));
        }
    }

    /** A filter of the host has asked for parameters already, so the container read the body and has its fields. */
    private Parameters readByHost() {
        Parameters query = Parameters.parse(request.getQueryString());
        Map<String, List<String>> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            String plain = FormText.repair(name);
            List<String> own = new ArrayList<>();
            for (int i = query.count(plain); i < values.length; i++) {
                own.add(FormText.repair(values[i])); // those of the query come first (Servlet 6.0, section 3.1)
            }
            if (!own.isEmpty()) {
                fields.put(plain, own);
            }
        });
        return Parameters.of(fields);
    }

    private static String text(byte[] bytes) {
        return FormText.utf8(bytes).orElseThrow(() -> Parameters.bad(Message.of("servlet/exchange/body-not-utf8")));
    }

    private static OperatorException tooLarge() {
        return Parameters.bad(Message.of("servlet/exchange/body-large").with("most", LIMIT));
    }
}
