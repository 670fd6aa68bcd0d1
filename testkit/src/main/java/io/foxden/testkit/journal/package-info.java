/**
 * What was asked, what it got, and which rules were broken. Imports {@code wire}.
 */
@NullMarked
package io.foxden.testkit.journal;

import org.jspecify.annotations.NullMarked;
