package io.foxden.testkit.wire;

/**
 * The two origins one sandbox answers at. Foxy's API is reachable as {@code api.foxy.io} and as {@code
 * api.foxycart.com}; the sandbox has a second port for the same purpose.
 */
public enum Origin {
    /** The origin of the API home. */
    API,
    /** The same service under another origin: links can be made to point there. */
    TWIN
}
