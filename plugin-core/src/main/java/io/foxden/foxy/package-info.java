/**
 * A conversation with Foxy: which hosts are Foxy's, what every request carries, what an answer means, and the links of
 * the API home. Imports {@code problem}, {@code secret}, {@code foreign}, {@code http} and
 * {@code hal}.
 */
@NullMarked
package io.foxden.foxy;

import org.jspecify.annotations.NullMarked;
