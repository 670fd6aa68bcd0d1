package io.foxden.dist.journey;

import java.util.ArrayList;
import java.util.List;

/** Everything that Foxden said, to be searched for what it must not say. For one thread. */
public final class Transcript {
    /** @param source such as an address or a command */
    public record Said(String source, String text) {}

    private final List<Said> said = new ArrayList<>();

    public void add(Object source, String text) {
        said.add(new Said(source.toString(), text));
    }

    public List<Said> all() {
        return List.copyOf(said);
    }
}
