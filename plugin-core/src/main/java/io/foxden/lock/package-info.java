/**
 * One holder at a time, over the threads, class loaders and processes that share a folder. May import {@code file} and
 * {@code problem}.
 */
@NullMarked
package io.foxden.lock;

import org.jspecify.annotations.NullMarked;
