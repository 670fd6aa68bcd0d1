package io.foxden.servlet.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.Phase;
import io.foxden.hal.Json;
import io.foxden.problem.Code;
import io.foxden.servlet.page.Route;
import io.foxden.setting.DetailField;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpenApiTest {
    private final Map<String, Object> document = read();

    @Test
    void it_has_every_route_of_the_api_and_no_other() {
        List<String> described = in("paths").keySet().stream()
                .flatMap(path ->
                        in("paths", path).keySet().stream().map(method -> method.toUpperCase(Locale.ROOT) + " " + path))
                .toList();

        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Route.values())
                        .filter(Route::api)
                        .map(route -> route.method() + " " + route.path())
                        .toList());
    }

    @Test
    void it_has_every_code_and_phase_and_no_other() {
        assertThat(in("components", "schemas", "Code").get("enum"))
                .isEqualTo(Arrays.stream(Code.values()).map(Code::word).toList());
        assertThat(in("components", "schemas", "Status", "properties", "phase").get("enum"))
                .isEqualTo(Arrays.stream(Phase.values()).map(Phase::word).toList());
    }

    @Test
    void it_has_every_field_of_the_form_and_no_other() {
        assertThat(in("components", "schemas", "Install", "properties").keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of("site_url"),
                                Arrays.stream(DetailField.values()).map(DetailField::parameter))
                        .toList());
    }

    @Test
    void every_reference_leads_somewhere() {
        references(document)
                .forEach(reference -> assertThat(in(reference.substring(2).split("/", -1)))
                        .as(reference)
                        .isNotEmpty());
    }

    private static Stream<String> references(Object node) {
        if (node instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .flatMap(entry -> entry.getKey().equals("$ref")
                            ? Stream.of((String) entry.getValue())
                            : references(entry.getValue()));
        }
        return node instanceof List<?> list ? list.stream().flatMap(OpenApiTest::references) : Stream.empty();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> in(String... path) {
        Map<String, Object> node = document;
        for (String name : path) {
            node = (Map<String, Object>) Objects.requireNonNull(node.get(name), name);
        }
        return node;
    }

    private static Map<String, Object> read() {
        try {
            return Json.read(OpenApi.TEXT);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
