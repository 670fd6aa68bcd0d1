package io.foxden.installation;

import java.util.function.BooleanSupplier;

/**
 * Something to be done when it is due, without anybody's asking.
 *
 * @param due cheap; never waits for the network
 * @param work may take as long as Foxy takes
 */
record Chore(String name, BooleanSupplier due, Runnable work) {}
