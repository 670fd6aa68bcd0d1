package io.foxden.testkit.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.foxden.testkit.fault.Behaviour;
import io.foxden.testkit.hal.Answers;
import io.foxden.testkit.hal.Document;
import io.foxden.testkit.hal.Json;
import io.foxden.testkit.request.Ask;
import io.foxden.testkit.request.BadRequest;
import io.foxden.testkit.wire.Answer;
import io.foxden.testkit.wire.Parameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A collection, page by page: {@code limit} (20, at most 300), {@code offset}, filters by {@code property=value}, {@code
 * fields}. On the last page {@code next} repeats the page itself, as at Foxy.
 */
final class Pages {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 300;
    private static final Set<String> NOT_FILTERS = Set.of("limit", "offset", "fields", "zoom", "order");

    private final Answers answers;
    private final Supplier<Behaviour> behaviour;

    Pages(Answers answers, Supplier<Behaviour> behaviour) {
        this.answers = answers;
        this.behaviour = behaviour;
    }

    Answer answer(Ask ask, String path, String rel, List<ObjectNode> items) {
        Parameters query = ask.call().query();
        int limit = Math.min(number(query, "limit", DEFAULT_LIMIT, 1), MAX_LIMIT);
        int offset = number(query, "offset", 0, 0);
        Map<String, String> filters = filters(query);
        List<ObjectNode> matching =
                items.stream().filter(item -> matches(item, filters)).toList();
        Selection selection = Selection.of(ask);
        List<ObjectNode> page =
                matching.stream().skip(offset).limit(limit).map(selection::pick).toList();
        Document document = links(path + "?" + encode(filters), limit, offset, matching.size());
        if (behaviour.get().totalItemsAsText()) {
            document.put("total_items", String.valueOf(matching.size()));
        } else {
            document.put("total_items", matching.size());
        }
        return answers.hal(
                200,
                document.put("returned_items", page.size())
                        .put("limit", limit)
                        .put("offset", offset)
                        .embed(rel, page));
    }

    private Document links(String address, int limit, int offset, int total) {
        String page = address + "limit=" + limit + "&offset=";
        int next = offset + limit < total ? offset + limit : offset;
        int last = total == 0 ? 0 : (total - 1) / limit * limit;
        return answers.document()
                .link("self", page + offset, "This Collection")
                .link("first", page + 0, "First Page of this Collection")
                .link("prev", page + Math.max(0, offset - limit), "Previous Page of this Collection")
                .link("next", page + next, "Next Page of this Collection")
                .link("last", page + last, "Last Page of this Collection");
    }

    private static int number(Parameters query, String name, int otherwise, int least) {
        String text = query.get(name).orElse(String.valueOf(otherwise));
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least) {
            throw new BadRequest(name + " must be a whole number of at least " + least + ", not \"" + text + "\".");
        }
        return Integer.parseInt(text);
    }

    private static Map<String, String> filters(Parameters query) {
        Map<String, String> filters = query.asMap();
        filters.keySet().removeAll(NOT_FILTERS);
        filters.keySet().stream().filter(name -> name.contains(":")).findFirst().ifPresent(name -> {
            throw new BadRequest("This sandbox filters by property=value only; it has no " + name + ".");
        });
        return filters;
    }

    private static boolean matches(ObjectNode item, Map<String, String> filters) {
        return filters.entrySet().stream()
                .allMatch(filter -> !item.has(filter.getKey())
                        || Json.plain(item.get(filter.getKey())).toString().equals(filter.getValue()));
    }

    private static String encode(Map<String, String> filters) {
        return filters.entrySet().stream()
                .map(filter -> encode(filter.getKey()) + "=" + encode(filter.getValue()) + "&")
                .collect(Collectors.joining());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
