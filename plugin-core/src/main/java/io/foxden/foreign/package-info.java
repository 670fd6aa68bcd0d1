/**
 * The one door by which what others wrote becomes ours: text is cleaned, tokens, ids and scopes are held to their syntax
 * and a length, lifetimes to a range. Imports {@code secret} only.
 */
@NullMarked
package io.foxden.foreign;

import org.jspecify.annotations.NullMarked;
