package io.foxden.testkit.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.foxden.testkit.hal.Answers;
import io.foxden.testkit.request.Ask;
import io.foxden.testkit.wire.Answer;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** {@code fields=a,b}: only these properties, beside the links. */
record Selection(Set<String> fields) {

    static Selection of(Ask ask) {
        return new Selection(ask.call()
                .query()
                .filled("fields")
                .map(text -> Set.copyOf(Arrays.asList(text.strip().split(" *, *"))))
                .orElse(Set.of()));
    }

    ObjectNode pick(ObjectNode document) {
        if (!fields.isEmpty()) {
            document.retain(document.properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(name -> name.startsWith("_") || fields.contains(name))
                    .toList());
        }
        return document;
    }

    Answer answer(Answers answers, ObjectNode document) {
        return answers.hal(200, pick(document));
    }
}
