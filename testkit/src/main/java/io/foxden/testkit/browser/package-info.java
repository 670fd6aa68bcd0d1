/**
 * Pages as a browser sees them: their forms and links, read by a small parser. Imports no other package of ours.
 */
@NullMarked
package io.foxden.testkit.browser;

import org.jspecify.annotations.NullMarked;
