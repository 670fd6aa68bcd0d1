package io.foxden.testkit.browser;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A form of a page, being filled in. Immutable. */
public final class Form {
    private final URI page;
    private final URI action;
    private final String method;
    private final List<Control> controls;

    Form(URI page, URI action, String method, List<Control> controls) {
        this.page = page;
        this.action = action;
        this.method = method;
        this.controls = List.copyOf(controls);
    }

    /** The address of the page it stands on. */
    public URI page() {
        return page;
    }

    /** The absolute address it is sent to. */
    public URI action() {
        return action;
    }

    /** {@code GET} or {@code POST}. */
    public String method() {
        return method;
    }

    /**
     * Fills in a field, or chooses among radio buttons or options.
     *
     * @throws IllegalArgumentException where the form has no such field, or does not offer that value
     */
    public Form fill(String name, String value) {
        Predicate<Control> choice = control -> control.name().equals(name) && control.isChoice();
        if (controls.stream().anyMatch(choice)) {
            require(choice.and(control -> control.value().equals(value)), name + " with the value " + value);
            return changed(choice, control -> control.turned(control.value().equals(value)));
        }
        Predicate<Control> field =
                control -> control.name().equals(name) && !control.isButton() && !isCheckbox(control);
        require(field, "field " + name);
        return changed(field, control -> control.valued(value));
    }

    /**
     * Ticks a checkbox, or takes the tick away.
     *
     * @throws IllegalArgumentException where the form has no such checkbox
     */
    public Form tick(String name, boolean on) {
        Predicate<Control> box = control -> control.name().equals(name) && isCheckbox(control);
        require(box, "checkbox " + name);
        return changed(box, control -> control.turned(on));
    }

    /**
     * Presses a button, named by its text or its value; without this no button's value is sent.
     *
     * @throws IllegalArgumentException where the form has no such button
     */
    public Form press(String button) {
        Predicate<Control> pressed = control -> control.isButton()
                && (control.label().equals(button) || control.value().equals(button));
        require(pressed, "button " + button);
        return changed(Control::isButton, control -> control.turned(pressed.test(control)));
    }

    /**
     * What would be sent for a field now; for a repeated one the first.
     *
     * @throws IllegalArgumentException where nothing would be sent
     */
    public String value(String name) {
        return controls.stream()
                .filter(control -> control.on() && control.name().equals(name))
                .findFirst()
                .map(Control::value)
                .orElseThrow(() -> missing("value for " + name));
    }

    /** What is sent, as {@code application/x-www-form-urlencoded}. */
    public String encoded() {
        return controls.stream()
                .filter(control -> control.on() && !control.name().isEmpty())
                .map(control -> encode(control.name()) + "=" + encode(control.value()))
                .collect(Collectors.joining("&"));
    }

    /** The address to which it goes, with the fields as its query for GET. */
    public URI target() {
        if (method.equals("POST")) {
            return action;
        }
        String bare = action.toString().replaceFirst("[?#].*$", "");
        return URI.create(bare + "?" + encoded());
    }

    private static boolean isCheckbox(Control control) {
        return control.kind().equals("checkbox");
    }

    private Form changed(Predicate<Control> which, UnaryOperator<Control> change) {
        return new Form(
                page,
                action,
                method,
                controls.stream().map(c -> which.test(c) ? change.apply(c) : c).toList());
    }

    private void require(Predicate<Control> wanted, String what) {
        if (controls.stream().noneMatch(wanted)) {
            throw missing(what);
        }
    }

    private IllegalArgumentException missing(String what) {
        String there = controls.stream()
                .map(control -> control.kind() + " " + control.name() + " " + control.label())
                .map(String::strip)
                .collect(Collectors.joining(", "));
        return new IllegalArgumentException(
                "The form to " + action.getPath() + " on " + page + " has no " + what + "; it has: " + there);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Without the values, which may be secrets. */
    @Override
    public String toString() {
        return method + " " + action.getPath();
    }
}
