package io.foxden.file;

import io.foxden.problem.FoxdenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Content that is written beside the file it is for, and can take its place in one step. For one thread. */
public final class Draft {
    private static final Logger LOG = LoggerFactory.getLogger(Draft.class);

    private final Path unfinished;
    private final Path file;
    private final Steps steps;

    Draft(Path unfinished, Path file, Steps steps) {
        this.unfinished = unfinished;
        this.file = file;
        this.steps = steps;
    }

    /**
     * Becomes the file. The name is on the disk when the folder was flushed.
     *
     * @throws FoxdenException as {@link WholeFile#write}; the old content is still there
     */
    public void place() {
        try {
            steps.rename(unfinished, file);
        } catch (IOException e) {
            discard();
            throw FileTrouble.writing(file, "written", e);
        }
    }

    /** What cannot be deleted stays until somebody sweeps: it does no harm. */
    public void discard() {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            LOG.debug("{} stays until the next sweep", unfinished, e);
        }
    }
}
