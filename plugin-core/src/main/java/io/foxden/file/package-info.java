/**
 * Files that nobody else reads, and that are replaced whole or not at all. Imports {@code problem}.
 */
@NullMarked
package io.foxden.file;

import org.jspecify.annotations.NullMarked;
