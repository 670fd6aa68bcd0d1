package io.foxden.event;

import io.foxden.problem.Code;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;

/** One of each kind of event. */
final class Samples {
    private Samples() {}

    static Event of(Class<?> kind) throws ReflectiveOperationException {
        RecordComponent[] parts = kind.getRecordComponents();
        Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(parts).map(Samples::value).toArray();
        return (Event) kind.getDeclaredConstructor(types).newInstance(values);
    }

    private static Object value(RecordComponent part) {
        return switch (part.getType().getSimpleName()) {
            case "String" -> "the-" + part.getName();
            case "Code" -> Code.API_UNREACHABLE;
            case "Instant" -> Instant.parse("2026-11-28T10:00:00Z");
            case "Fingerprint" -> Fingerprint.of("foxden_the-" + part.getName());
            case "SignInBy" -> SignInBy.LOGIN_CODE;
            default -> throw new IllegalArgumentException(part.toString());
        };
    }
}
