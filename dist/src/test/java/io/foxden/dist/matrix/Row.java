package io.foxden.dist.matrix;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the report says of one host.
 *
 * @param without from the start of the process to all being deployed, without Foxden; null where it was not measured
 * @param with the same with Foxden's JAR
 * @param way by which Foxden was started, as it says itself
 * @param home of the installation, below the server's folder
 * @param redeployed {@code while running} or {@code by a restart}
 */
record Row(
        Host host,
        LocalDate date,
        @Nullable Duration without,
        @Nullable Duration with,
        String way,
        String home,
        String redeployed,
        String verdict,
        String reason) {
    static final String WORKS = "works";

    static Row notRun(Host host, LocalDate date, String reason) {
        return new Row(host, date, null, null, "", "", "", "not run", reason);
    }

    boolean isBad() {
        return verdict.equals("fails");
    }

    String line() {
        List<String> cells = List.of(
                host.name(),
                host.version(),
                Integer.toString(host.java()),
                seconds(without),
                seconds(with),
                way,
                home,
                redeployed,
                verdict,
                reason,
                date.toString());
        return "| " + String.join(" | ", cells.stream().map(Row::cell).toList()) + " |";
    }

    private static String cell(String text) {
        String flat = text.replace("|", "\\|").replaceAll("\\s+", " ").strip();
        return flat.isEmpty() ? "–" : flat;
    }

    private static String seconds(@Nullable Duration time) {
        return time == null ? "" : String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
    }
}
