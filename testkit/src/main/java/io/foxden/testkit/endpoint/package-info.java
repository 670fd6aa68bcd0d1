/**
 * The API as a whole: its home, and the list of its addresses. Imports {@code account}, {@code hal}, {@code request}, {@code
 * oauth}, {@code resource}, and what these stand on.
 */
@NullMarked
package io.foxden.testkit.endpoint;

import org.jspecify.annotations.NullMarked;
