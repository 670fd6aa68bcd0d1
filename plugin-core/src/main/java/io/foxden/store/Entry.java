package io.foxden.store;

/**
 * One version of a record as it was read or written.
 *
 * @param version at least 1; what {@link Store#write} wants to hear back
 * @param recovered whether the newest version was damaged and this is the one before it
 */
public record Entry(String name, long version, Fields content, boolean recovered) {}
