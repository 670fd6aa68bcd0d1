/**
 * A HAL document and its links as plain data, and plain data as JSON. The only package that knows the JSON library's
 * tree. Imports nothing of Foxden.
 */
@NullMarked
package io.foxden.hal;

import org.jspecify.annotations.NullMarked;
