package io.foxden.dist.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Prints what servers logged when a test fails, while the logs are still there: the ends of all files {@code *.log} below
 * the folders that the test has in its fields and parameters. Registered for every test of the module.
 */
public final class LogsOfFailures implements InvocationInterceptor {
    private static final int LINES = 300;
    private static final int DEPTH = 6;

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        proceed(invocation, call, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        proceed(invocation, call, context);
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        proceed(invocation, call, context);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        proceed(invocation, call, context);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        proceed(invocation, call, context);
    }

    @Override
    public void interceptAfterAllMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        proceed(invocation, call, context);
    }

    private static void proceed(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        try {
            invocation.proceed();
        } catch (Throwable failure) {
            String logs = logs(folders(call));
            System.out.println(
                    "FAILED " + context.getUniqueId() + "\n" + (logs.isEmpty() ? "No server has left a log.\n" : logs));
            throw failure;
        }
    }

    private static List<Path> folders(ReflectiveInvocationContext<Method> call) {
        List<Path> folders = new ArrayList<>();
        call.getArguments().forEach(argument -> add(folders, argument));
        call.getTarget().ifPresent(test -> fields(test).forEach(value -> add(folders, value)));
        return folders;
    }

    private static void add(List<Path> folders, @Nullable Object value) {
        if (value instanceof Path folder && Files.isDirectory(folder) && !folders.contains(folder)) {
            folders.add(folder);
        }
    }

    private static Stream<@Nullable Object> fields(Object test) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> type = test.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            fields.addAll(Arrays.asList(type.getDeclaredFields()));
        }
        return fields.stream()
                .filter(field -> Path.class.isAssignableFrom(field.getType()))
                .map(field -> value(field, test));
    }

    private static @Nullable Object value(Field field, Object test) {
        try {
            field.setAccessible(true);
            return field.get(test);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String logs(List<Path> folders) {
        StringBuilder logs = new StringBuilder();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.find(
                    folder,
                    DEPTH,
                    (file, what) -> what.isRegularFile() && file.toString().endsWith(".log"))) {
                files.sorted()
                        .forEach(file ->
                                logs.append("=== ").append(file).append('\n').append(end(file)));
            } catch (IOException | UncheckedIOException e) {
                logs.append("The logs below ")
                        .append(folder)
                        .append(" cannot be read: ")
                        .append(e)
                        .append('\n');
            }
        }
        return logs.toString();
    }

    private static String end(Path file) {
        try {
            List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size())) + "\n";
        } catch (IOException e) {
            return "cannot be read: " + e + "\n";
        }
    }
}
