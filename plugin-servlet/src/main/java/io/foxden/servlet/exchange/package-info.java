/**
 * One request read once, one answer written once: bounded, UTF-8 whatever the host decided, and who really sent it when
 * a trusted proxy passed it on. Imports of Foxden only the core's problem, config and setting.
 */
@NullMarked
package io.foxden.servlet.exchange;

import org.jspecify.annotations.NullMarked;
