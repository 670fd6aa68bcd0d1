/**
 * Named records kept for years: read whole, written whole with a version, guarded by leases. May import {@code file},
 * {@code lock}, {@code hal}, {@code secret}, {@code problem} and {@code words}.
 */
@NullMarked
package io.foxden.store;

import org.jspecify.annotations.NullMarked;
