package io.foxden.testkit.wire;

/** Decides what a request gets. Called by many threads at once; may block. */
@FunctionalInterface
public interface Responder {
    Delivery respond(Call call);
}
