package io.foxden.servlet.exchange;

import io.foxden.problem.OperatorException;
import io.foxden.words.Message;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request: at most 64 KB, of the one expected type, UTF-8. No thread waits for whoever sends it, where the
 * server can do without: what is not here yet is {@link BodyAwaited}.
 */
final class RequestBody {
    static final int LIMIT = 64 * 1024;
    /** For the whole. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration LINGERING = Duration.ofSeconds(2);
    private static final int CHUNK = 8 * 1024;

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    private final HttpServletRequest request;
    private @Nullable Intake intake;
    private boolean wanted;

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

    /** Has the body taken in without a thread, and the request dispatched anew afterwards. */
    void await() throws IOException {
        intake = Intake.start(request, LIMIT + 1, PATIENCE, AsyncContext::dispatch);
    }

    /** Whether something of it is still to come; what is here already is taken, so that the connection can be used again. */
    boolean isLeft() throws IOException {
        if (absent()) {
            return false;
        }
        if (!wanted && request.getHeader("Expect") != null) {
            return true; // to look at it would be to ask for it (RFC 9110, section 10.1.1)
        }
        if (readerTaken()) {
            return false;
        }
        if (intake == null && isHere()) {
            request.getInputStream().readNBytes(LIMIT);
        }
        return !request.getInputStream().isFinished();
    }

    /**
     * Gives up what is still to come, after the answer was sent: for a moment it is taken and thrown away, without a
     * thread, as a client that is still sending does not hear an answer on a connection that is closed.
     */
    void letGo() throws IOException {
        if (!Intake.isPossible(request)) {
            takeWhatIsHere();
        } else if (intake != null || request.getHeader("Expect") != null) {
            request.startAsync().complete(); // or else Tomcat reads on, with a thread, and for as long as it takes
        } else {
            intake = Intake.start(request, 0, LINGERING, AsyncContext::complete);
        }
    }

    private void takeWhatIsHere() throws IOException {
        ServletInputStream in = request.getInputStream();
        long taken = 0;
        for (int here = in.available(); here > 0 && taken < Intake.MOST; here = in.available()) {
            taken += in.skip(here);
        }
    }

    /** Whether reading all of it waits for nobody. */
    private boolean isHere() throws IOException {
        ServletInputStream in = request.getInputStream();
        long length = request.getContentLengthLong();
        return in.isFinished() || (length >= 0 && in.available() >= length);
    }

    /** A filter of the host has called {@code getReader()}. */
    private boolean readerTaken() throws IOException {
        try {
            request.getInputStream();
            return false;
        } catch (IllegalStateException e) {
            return true;
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
        wanted = true;
        if (request.getContentLengthLong() > LIMIT) {
            throw tooLarge();
        }
        if (readerTaken()) {
            return new byte[0]; // what is left is what it parsed
        }
        Intake came = intake;
        if (came != null) {
            return checked(came);
        }
        if (!isHere() && Intake.isPossible(request)) {
            throw new BodyAwaited();
        }
        return read(request.getInputStream());
    }

    private static byte[] checked(Intake intake) {
        byte[] bytes = intake.bytes();
        if (bytes.length > LIMIT) {
            throw tooLarge();
        }
        if (intake.end() != Intake.End.WHOLE) {
            throw cut(intake.end() == Intake.End.LATE);
        }
        return bytes;
    }

    /** What is here, or what is waited for where a server cannot do otherwise: no longer than that, and one chunk. */
    private static byte[] read(InputStream in) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        try {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                bytes.write(chunk, 0, count);
                if (bytes.size() > LIMIT) {
                    throw tooLarge();
                }
                if (System.nanoTime() - deadline > 0) {
                    throw cut(true);
                }
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw cut(false);
        }
    }

    private static OperatorException cut(boolean late) {
        return Parameters.bad(Message.of(late ? "servlet/exchange/body-late" : "servlet/exchange/body-cut"));
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
