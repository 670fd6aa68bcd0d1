package io.foxden.testkit.fault;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The behaviour in force. Safe for use by several threads. */
public final class Conduct implements Supplier<Behaviour> {
    private final Behaviour first;
    private Behaviour now;

    public Conduct(Behaviour first) {
        this.first = first;
        this.now = first;
    }

    @Override
    public synchronized Behaviour get() {
        return now;
    }

    public synchronized void change(UnaryOperator<Behaviour> change) {
        now = change.apply(now);
    }

    /** Back to the first behaviour. */
    public synchronized void reset() {
        now = first;
    }
}
