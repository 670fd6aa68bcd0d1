package io.foxden.servlet.wizard;

import io.foxden.installation.RegistrationForm;
import io.foxden.problem.Problem;
import io.foxden.servlet.exchange.Parameters;
import io.foxden.servlet.page.Sentence;
import io.foxden.setting.DetailField;
import io.foxden.words.Message;
import io.foxden.words.Words;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What will be sent to Foxy, for a person to look at and correct.
 *
 * @param recipient says to which Foxy
 * @param check leads to the site's address, where a person is to see whether that is the right one; null where it is known
 */
record SetupForm(
        Sentence recipient, List<Group> groups, @Nullable String check) {
    /** Fields under one heading. */
    record Group(String legend, List<FormField> fields) {}

    static SetupForm of(RegistrationForm form, URI api, Words words) {
        Map<String, List<FormField>> groups = new LinkedHashMap<>();
        groups.put("servlet/wizard/legend.site", new ArrayList<>(List.of(FormField.site(form, words))));
        for (RegistrationForm.Field field : form.fields()) {
            groups.computeIfAbsent(legend(field.detail()), absent -> new ArrayList<>())
                    .add(FormField.of(field, words));
        }
        return new SetupForm(
                Sentence.of(words, Message.of("servlet/wizard/recipient"), "api", api.toString()),
                groups.entrySet().stream()
                        .map(group -> new Group(words.text(group.getKey()), List.copyOf(group.getValue())))
                        .toList(),
                null);
    }

    /** The key of the heading that a field stands under. */
    private static String legend(DetailField detail) {
        Set<DetailField> project = EnumSet.of(DetailField.PROJECT_NAME, DetailField.PROJECT_DESCRIPTION);
        Set<DetailField> company =
                EnumSet.of(DetailField.COMPANY_NAME, DetailField.COMPANY_URL, DetailField.COMPANY_LOGO);
        return project.contains(detail)
                ? "servlet/wizard/legend.consent"
                : company.contains(detail) ? "servlet/wizard/legend.company" : "servlet/wizard/legend.contact";
    }

    /** The form as somebody sent it, so that nothing needs typing twice. */
    SetupForm typed(Parameters parameters) {
        return map(field -> field.typed(parameters.one(field.name())));
    }

    SetupForm toBeChecked(String link) {
        return new SetupForm(recipient, groups, link);
    }

    /** Marks the fields that a problem is about, each with what is wrong with its own value where that can be told. */
    SetupForm marked(Problem problem, Words words) {
        boolean single = problem.fields().size() == 1;
        Message otherwise = single ? problem.what() : Message.of("servlet/wizard/see-above");
        return map(field -> problem.fields().contains(field.name())
                ? field.wrong(words.text(field.fault().orElse(otherwise)))
                : field);
    }

    /** The fields that something is wrong with. */
    List<FormField> wrong() {
        return fields().filter(field -> field.wrong() != null).toList();
    }

    Stream<FormField> fields() {
        return groups.stream().flatMap(group -> group.fields().stream());
    }

    private SetupForm map(UnaryOperator<FormField> change) {
        return new SetupForm(
                recipient,
                groups.stream()
                        .map(group -> new Group(
                                group.legend(),
                                group.fields().stream().map(change).toList()))
                        .toList(),
                check);
    }
}
