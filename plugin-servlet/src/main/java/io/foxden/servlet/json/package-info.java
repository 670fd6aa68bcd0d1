/**
 * The JSON API below {@code /api/v1}, and {@code /health}. Imports of our own only page, exchange and gate.
 */
@NullMarked
package io.foxden.servlet.json;

import org.jspecify.annotations.NullMarked;
