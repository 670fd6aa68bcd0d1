package io.foxden.store;

/** The right to be the only one at work on something, until {@link #close()}. May be closed by another thread. */
public interface Lease extends AutoCloseable {
    String name();

    /**
     * The number of this holding: no other holding of the lease, before or after, has the same. {@link Store#change}
     * compares it, so that a holder who comes back late writes nothing.
     */
    long fence();

    /**
     * Whether it is still ours; ask before a step that must not happen twice. False after {@link #close()}, and where
     * somebody took the lease over after its longest time, or took it away from outside (deleted its file, ended its
     * database session).
     */
    boolean held();

    /** Lets go; once is enough, more often does no harm. */
    @Override
    void close();
}
