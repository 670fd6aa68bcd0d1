package io.foxden.registration;

import io.foxden.vault.Label;

/**
 * A client id as it is stored: opens only in the place it was sealed for.
 *
 * @param label that place
 */
public record SealedId(Label label, String text) {}
