package io.foxden.testkit.journal;

/**
 * A rule broken by a request.
 *
 * @param exchange number of the {@link Exchange}, counted from 1
 * @param request method and path
 * @param detail what was wrong; never a secret
 */
public record Violation(Rule rule, long exchange, String request, String detail) {}
