/**
 * One request and its answer, bounded in time and size. The only package that knows Jersey. Imports {@code secret} and
 * {@code config}.
 */
@NullMarked
package io.foxden.http;

import org.jspecify.annotations.NullMarked;
