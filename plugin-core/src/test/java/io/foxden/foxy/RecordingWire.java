package io.foxden.foxy;

import io.foxden.http.HttpAnswer;
import io.foxden.http.HttpRequest;
import io.foxden.http.Wire;
import io.foxden.http.WireException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives the answers it was told to, in order, and remembers what it was asked. */
final class RecordingWire implements Wire {
    private final Queue<Object> answers = new ArrayDeque<>();
    private final List<HttpRequest> requests = new CopyOnWriteArrayList<>();

    RecordingWire then(int status, @Nullable String contentType, String body, String... headers) {
        Map<String, List<String>> all = new HashMap<>();
        if (contentType != null) {
            all.put("Content-Type", List.of(contentType));
        }
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], List.of(headers[i + 1]));
        }
        answers.add(new HttpAnswer(status, all, body.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    RecordingWire thenFail(WireException failure) {
        answers.add(failure);
        return this;
    }

    List<HttpRequest> requests() {
        return requests;
    }

    String asked() {
        return requests.stream().map(HttpRequest::toString).collect(Collectors.joining("\n"));
    }

    @Override
    public HttpAnswer send(HttpRequest request) throws WireException {
        requests.add(request);
        Object next = answers.remove();
        if (next instanceof WireException failure) {
            throw failure;
        }
        return (HttpAnswer) next;
    }

    @Override
    public void close() {}
}
