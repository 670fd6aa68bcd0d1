package io.foxden.world;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test that gets a world of its own for each case. */
public abstract class InWorld {
    @TempDir
    protected Path folder;

    protected World world;

    @BeforeEach
    void make_a_world() {
        world = World.in(folder);
    }

    @AfterEach
    void end_the_world() {
        world.close();
    }
}
