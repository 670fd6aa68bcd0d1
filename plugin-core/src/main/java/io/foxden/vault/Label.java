package io.foxden.vault;

/** Where a sealed value belongs; it opens nowhere else. */
public record Label(String record, String field) {}
