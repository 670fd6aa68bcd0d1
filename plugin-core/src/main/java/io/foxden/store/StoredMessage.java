package io.foxden.store;

import io.foxden.words.Message;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A {@link Message} as fields of a record: its key and its arguments, so that it is read in any language later. */
final class StoredMessage {
    private static final String KEY = "key";
    private static final String ARGUMENTS = "arguments";
    private static final String INSTANT = "instant";

    private StoredMessage() {}

    static Fields fields(Message message) {
        Fields arguments = Fields.none();
        for (Map.Entry<String, Object> argument : message.arguments().entrySet()) {
            arguments = with(arguments, argument.getKey(), argument.getValue());
        }
        return Fields.none().with(KEY, message.key()).with(ARGUMENTS, arguments);
    }

    private static Fields with(Fields arguments, String name, Object value) {
        if (value instanceof Long number) {
            return arguments.with(name, number);
        }
        if (value instanceof Instant instant) {
            return arguments.with(name, Fields.none().with(INSTANT, instant));
        }
        if (value instanceof Message message) {
            return arguments.with(name, fields(message));
        }
        if (value instanceof List<?> list) {
            return arguments.withList(
                    name, list.stream().map(each -> fields((Message) each)).toList());
        }
        return arguments.with(name, value.toString());
    }

    static Message read(Fields stored) {
        Message message = Message.of(stored.required(KEY));
        for (Map.Entry<String, Object> argument :
                stored.fields(ARGUMENTS).orElse(Fields.none()).values().entrySet()) {
            message = message.with(argument.getKey(), argument(argument.getValue()));
        }
        return message;
    }

    private static Object argument(Object value) {
        if (value instanceof Fields group) {
            return group.has(INSTANT) ? group.instant(INSTANT).orElseThrow() : read(group);
        }
        return value instanceof List<?> list
                ? list.stream().map(each -> argument(each)).toList()
                : value;
    }
}
