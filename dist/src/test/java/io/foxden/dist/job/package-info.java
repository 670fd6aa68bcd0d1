/** What the README tells people to run. */
@NullMarked
package io.foxden.dist.job;

import org.jspecify.annotations.NullMarked;
