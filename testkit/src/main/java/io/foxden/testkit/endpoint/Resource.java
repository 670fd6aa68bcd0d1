package io.foxden.testkit.endpoint;

import io.foxden.testkit.wire.Answer;
import java.util.Set;

/** What stands at an address. Called by several threads at once. */
interface Resource {
    /** Without HEAD and OPTIONS, which go without saying. */
    Set<String> methods();

    Answer answer(Ask ask);
}
