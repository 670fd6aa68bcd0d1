package io.foxden.hal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.foxden.words.Message;

/** The JSON library, set up once for everything here: bounded, strict about form, lenient about unknown properties. */
final class Jackson {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_CHARACTERS = 8_000_000;
    private static final int POOLED_BUFFERS = 16;

    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxDocumentLength(MAX_CHARACTERS)
                    .maxStringLength(MAX_CHARACTERS)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // The usual pool hangs buffers on the server's threads, and with them our class loader.
            .recyclerPool(JsonRecyclerPools.newBoundedPool(POOLED_BUFFERS))
            .build();

    private Jackson() {}

    /** What is wrong, by place only: the library's own message quotes the content, which may be secret. */
    static MalformedDocumentException malformed(JsonProcessingException e) {
        JsonLocation place = e.getLocation();
        return new MalformedDocumentException(
                place == null
                        ? Message.of("hal/malformed")
                        : Message.of("hal/malformed-at")
                                .with("line", place.getLineNr())
                                .with("column", place.getColumnNr()));
    }

    /** What binds objects, made when the first is to be bound. */
    static final class Binding {
        static final JsonMapper MAPPER = JsonMapper.builder(FACTORY.copy())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();

        private Binding() {}
    }
}
