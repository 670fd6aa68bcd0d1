package io.foxden.store;

/** The right to be the only one at work on something, until {@link #close()}. May be closed by another thread. */
public interface Lease extends AutoCloseable {
    /**
     * Whether it is still ours; ask before a step that must not happen twice. False after {@link #close()}, and where
     * somebody took the lease away from outside (deleted its file, ended its database session).
     */
    boolean held();

    /** Lets go; once is enough, more often does no harm. */
    @Override
    void close();
}
