/**
 * One request and its answer as they travel: the only package that knows Jetty. Imports no other package of ours.
 */
@NullMarked
package io.foxden.testkit.wire;

import org.jspecify.annotations.NullMarked;
