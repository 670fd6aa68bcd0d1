package io.foxden.store;

/** What is to become of a record, decided from what it says now: {@link Store#change}. */
public sealed interface Change {
    /** It stays as it is. */
    record Keep() implements Change {}

    /** It goes, and its earlier version with it; nothing happens where there is none. */
    record Erase() implements Change {}

    /**
     * It says this from now on.
     *
     * @param trace whether the version before is kept, to fall back on should this one be damaged
     * @param durable whether it is on the disk before anything else happens; where not, everybody sees it at once, but a
     *     power cut may take it back
     */
    record Replace(Fields content, boolean trace, boolean durable) implements Change {
        /** For what must be forgotten, and for what must not come back: no earlier content is kept anywhere. */
        public Replace withoutTrace() {
            return new Replace(content, false, durable);
        }

        /** For what is worth no wait for the disk. */
        public Replace soon() {
            return new Replace(content, trace, false);
        }
    }

    static Change none() {
        return new Keep();
    }

    static Change erased() {
        return new Erase();
    }

    static Replace to(Fields content) {
        return new Replace(content, true, true);
    }
}
