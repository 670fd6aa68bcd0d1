package io.foxden.servlet.page;

import io.jstach.jstache.JStacheLambda;

/** A page, in its reader's language. A template holds no text of its own: <code>{{#say}}KEY{{/say}}</code> is one. */
public interface Spoken {
    Frame frame();

    /** The text of a key, escaped. */
    @JStacheLambda(template = "{{.}}")
    default String say(@JStacheLambda.Raw String key) {
        return frame().words().text(key);
    }
}
