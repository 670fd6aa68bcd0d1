package io.foxden.host;

import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Map;

/**
 * The application that Foxden comes into.
 *
 * @param parameters settings that the host has for Foxden, beside the context's own parameters. Grows while the
 *     application starts, when a later way knows more.
 * @param jars where Foxden's classes lie on the application's class path, the one in use first: more than one is a
 *     mistake of whoever put them there. Grows when another one registers.
 * @param end ends all that was started, once; to be called when the container takes our filter out of use
 */
public record Application(
        ServletContext context, Way way, Map<String, String> parameters, List<String> jars, Runnable end) {}
