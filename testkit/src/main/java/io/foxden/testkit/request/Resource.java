package io.foxden.testkit.request;

import io.foxden.testkit.wire.Answer;
import java.util.Set;

/** What stands at an address. Called by several threads at once. */
public interface Resource {
    /** Without HEAD and OPTIONS, which go without saying. */
    Set<String> methods();

    Answer answer(Ask ask);
}
