package io.foxden.servlet.wizard;

import io.foxden.config.DetailField;
import io.foxden.installation.RegistrationForm;
import io.foxden.problem.Problem;
import io.foxden.servlet.exchange.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What will be sent to Foxy, for a person to look at and correct.
 */
record SetupForm(List<Group> groups) {
    private static final Pattern CLAUSE = Pattern.compile("; |(?<=[.])\\s|: ");

    /** Fields under one heading. */
    record Group(String legend, List<Field> fields) {}

    static SetupForm of(RegistrationForm form) {
        Map<String, List<Field>> groups = new LinkedHashMap<>();
        groups.put(
                "This site",
                new ArrayList<>(List.of(Field.site(form.siteUrl(), form.siteUrlFixed(), form.redirectUri()))));
        for (RegistrationForm.Field field : form.fields()) {
            groups.computeIfAbsent(legend(field.detail()), absent -> new ArrayList<>())
                    .add(Field.of(field));
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

    SetupForm withMissingMarked() {
        return map(field -> field.missing() ? field.wrong("Foxy asks for this: fill it in.") : field);
    }

    /** Shows each part of a problem beside the field that it names, under the name that requests use. */
    SetupForm marked(Problem problem) {
        List<String> clauses = Arrays.asList(CLAUSE.split(problem.detail()));
        return map(field -> {
            Pattern named = Pattern.compile("\\b" + field.name() + "\\b");
            return clauses.stream()
                    .filter(clause -> named.matcher(clause).find())
                    .findFirst()
                    .map(field::wrong)
                    .orElse(field);
        });
    }

    SetupForm marked(String name, String why) {
        return map(field -> field.name().equals(name) ? field.wrong(why) : field);
    }

    /** The fields that something is wrong with. */
    List<Field> wrong() {
        return fields().filter(field -> field.wrong() != null).toList();
    }

    Stream<Field> fields() {
        return groups.stream().flatMap(group -> group.fields().stream());
    }

    private SetupForm map(UnaryOperator<Field> change) {
        return new SetupForm(groups.stream()
                .map(group -> new Group(
                        group.legend(), group.fields().stream().map(change).toList()))
                .toList());
    }
}
