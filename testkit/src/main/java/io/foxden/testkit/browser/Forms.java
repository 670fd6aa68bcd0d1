package io.foxden.testkit.browser;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the forms of a page. */
final class Forms {
    private static final Set<String> NEVER_SENT = Set.of("reset", "image", "file");

    private final URI page;
    private final List<Form> forms = new ArrayList<>();
    private final List<Control> controls = new ArrayList<>();
    private Markup.@Nullable Open form;
    private Markup.@Nullable Open gathering;
    private String select = "";
    private final StringBuilder text = new StringBuilder();

    private Forms(URI page) {
        this.page = page;
    }

    static List<Form> read(URI page, List<Markup.Piece> pieces) {
        Forms reader = new Forms(page);
        for (Markup.Piece piece : pieces) {
            if (piece instanceof Markup.Open open) {
                reader.open(open);
            } else if (piece instanceof Markup.Close close) {
                reader.close(close.name());
            } else if (piece instanceof Markup.Text found) {
                reader.text.append(found.text());
            }
        }
        return List.copyOf(reader.forms);
    }

    private void open(Markup.Open tag) {
        switch (tag.name()) {
            case "form" -> {
                form = tag;
                controls.clear();
            }
            case "input" -> input(tag);
            case "select" -> select = tag.has("disabled") ? "" : tag.attribute("name");
            case "button", "textarea", "option" -> {
                endOption(tag.name());
                gathering = tag;
                text.setLength(0);
            }
            default -> {}
        }
    }

    /** An option's end tag may be left out. */
    private void endOption(String next) {
        if (next.equals("option") && gathering != null && gathering.name().equals("option")) {
            gathered(gathering);
        }
    }

    private void close(String name) {
        Markup.Open begun = gathering;
        if (begun != null && (begun.name().equals(name) || name.equals("select"))) {
            gathered(begun);
        }
        if (name.equals("select")) {
            chooseFirst();
            select = "";
        }
        if (name.equals("form") && form != null) {
            forms.add(new Form(page, action(form), method(form), controls));
            form = null;
        }
    }

    private void input(Markup.Open tag) {
        String type = Optional.of(tag.attribute("type").toLowerCase(Locale.ROOT))
                .filter(given -> !given.isEmpty())
                .orElse("text");
        if (tag.has("disabled") || NEVER_SENT.contains(type)) {
            return;
        }
        boolean box = type.equals("checkbox") || type.equals("radio");
        String value = box && !tag.has("value") ? "on" : tag.attribute("value");
        boolean on = box ? tag.has("checked") : !type.equals("submit") && !type.equals("button");
        controls.add(new Control(type, tag.attribute("name"), value, type.equals("submit") ? value : "", on));
    }

    private void gathered(Markup.Open tag) {
        gathering = null;
        String content = text.toString();
        String label = content.strip().replaceAll("\\s+", " ");
        if (tag.has("disabled")) {
            return;
        }
        switch (tag.name()) {
            case "textarea" ->
                controls.add(
                        new Control("textarea", tag.attribute("name"), content.replaceFirst("^\r?\n", ""), "", true));
            case "option" ->
                controls.add(new Control(
                        "option",
                        select,
                        tag.has("value") ? tag.attribute("value") : label,
                        label,
                        tag.has("selected")));
            default -> {
                if (tag.attribute("type").isEmpty() || tag.attribute("type").equalsIgnoreCase("submit")) {
                    controls.add(new Control("button", tag.attribute("name"), tag.attribute("value"), label, false));
                }
            }
        }
    }

    /** A select of which no option is marked sends its first. */
    private void chooseFirst() {
        List<Control> options = controls.stream()
                .filter(control ->
                        control.kind().equals("option") && control.name().equals(select))
                .toList();
        if (!options.isEmpty() && options.stream().noneMatch(Control::on)) {
            controls.set(controls.indexOf(options.get(0)), options.get(0).turned(true));
        }
    }

    private URI action(Markup.Open tag) {
        return Reference.resolve(page, tag.attribute("action"));
    }

    private static String method(Markup.Open tag) {
        return tag.attribute("method").equalsIgnoreCase("post") ? "POST" : "GET";
    }
}
