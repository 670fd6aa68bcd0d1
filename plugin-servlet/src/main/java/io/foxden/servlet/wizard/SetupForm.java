package io.foxden.servlet.wizard;

import io.foxden.installation.RegistrationForm;
import io.foxden.problem.Problem;
import io.foxden.servlet.exchange.Parameters;
import io.foxden.setting.DetailField;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What will be sent to Foxy, for a person to look at and correct.
 */
record SetupForm(List<Group> groups) {
    /** Fields under one heading. */
    record Group(String legend, List<FormField> fields) {}

    static SetupForm of(RegistrationForm form) {
        Map<String, List<FormField>> groups = new LinkedHashMap<>();
        groups.put(
                "This site",
                new ArrayList<>(List.of(FormField.site(form.siteUrl(), form.siteUrlFixed(), form.redirectUri()))));
        for (RegistrationForm.Field field : form.fields()) {
            groups.computeIfAbsent(legend(field.detail()), absent -> new ArrayList<>())
                    .add(FormField.of(field));
        }
        return new SetupForm(groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), List.copyOf(group.getValue())))
                .toList());
    }

    private static String legend(DetailField detail) {
        Set<DetailField> project = EnumSet.of(DetailField.PROJECT_NAME, DetailField.PROJECT_DESCRIPTION);
        Set<DetailField> company =
                EnumSet.of(DetailField.COMPANY_NAME, DetailField.COMPANY_URL, DetailField.COMPANY_LOGO);
        return project.contains(detail)
                ? "What the store’s owner is asked to approve"
                : company.contains(detail) ? "Company" : "Contact";
    }

    /** The form as somebody sent it, so that nothing needs typing twice. */
    SetupForm typed(Parameters parameters) {
        return map(field -> field.typed(parameters.one(field.name())));
    }

    /** Marks the fields that a problem is about, each with what is wrong with its own value where that can be told. */
    SetupForm marked(Problem problem) {
        boolean single = problem.fields().size() == 1;
        return map(field -> problem.fields().contains(field.name())
                ? field.wrong(field.fault().orElse(single ? problem.detail() : "See what is said above."))
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
        return new SetupForm(groups.stream()
                .map(group -> new Group(
                        group.legend(), group.fields().stream().map(change).toList()))
                .toList());
    }
}
