/**
 * Who may, as stored facts: the setup code, login codes, the admin token, and the sessions they open. May import {@code
 * store} and whatever comes before it.
 */
@NullMarked
package io.foxden.access;

import org.jspecify.annotations.NullMarked;
