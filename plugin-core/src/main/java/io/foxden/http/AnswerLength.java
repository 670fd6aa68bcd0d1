package io.foxden.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.ProtocolException;

/**
 * Where the body of an answer ends (RFC 9112, section 6.3). A length may stand twice, as some proxies write it, if it is
 * the same (RFC 9110, section 8.6); what was packed for the transfer is unpacked like what was packed for good.
 */
final class AnswerLength implements ContentLengthStrategy {
    private static final String LENGTH = "[0-9]{1,18}";

    @Override
    public long determineLength(HttpMessage answer) throws HttpException {
        List<String> codings = listed(answer, HttpHeaders.TRANSFER_ENCODING);
        codings.remove("identity");
        Set<String> lengths = new HashSet<>(listed(answer, HttpHeaders.CONTENT_LENGTH));
        if (!codings.isEmpty()) {
            return chunked(codings);
        }
        if (lengths.isEmpty()) {
            return UNDEFINED;
        }
        String length = lengths.iterator().next();
        if (lengths.size() > 1 || !length.matches(LENGTH)) {
            throw new ProtocolException("several lengths, or none that can be");
        }
        return Long.parseLong(length);
    }

    private static long chunked(List<String> codings) throws ProtocolException {
        if (!codings.get(codings.size() - 1).equals("chunked")) {
            throw new ProtocolException("an unknown transfer coding");
        }
        return CHUNKED;
    }

    private static List<String> listed(HttpMessage answer, String name) {
        List<String> listed = new ArrayList<>();
        for (Header header : answer.getHeaders(name)) {
            for (String each : String.valueOf(header.getValue()).split(",", -1)) {
                listed.add(each.strip().toLowerCase(Locale.ROOT));
            }
        }
        return listed;
    }
}
