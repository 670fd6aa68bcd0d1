/**
 * The user, its stores and their customers. Imports no other package of ours.
 */
@NullMarked
package io.foxden.testkit.shop;

import org.jspecify.annotations.NullMarked;
