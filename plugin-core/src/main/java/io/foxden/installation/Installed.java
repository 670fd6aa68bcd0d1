package io.foxden.installation;

import io.foxden.Status;

/**
 * The end of an install.
 *
 * @param registered false if there was nothing to do
 */
public record Installed(boolean registered, Status status) {}
