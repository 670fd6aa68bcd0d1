package io.foxden.testkit.browser;

/**
 * A control of a form.
 *
 * @param kind the type of an input; {@code textarea}, {@code option} or {@code button} for those elements
 * @param label what a button says
 * @param on whether its value is sent: for a button, once it is pressed
 */
record Control(String kind, String name, String value, String label, boolean on) {

    Control valued(String other) {
        return new Control(kind, name, other, label, on);
    }

    Control turned(boolean state) {
        return new Control(kind, name, value, label, state);
    }

    boolean isButton() {
        return kind.equals("submit") || kind.equals("button");
    }

    boolean isChoice() {
        return kind.equals("radio") || kind.equals("option");
    }
}
