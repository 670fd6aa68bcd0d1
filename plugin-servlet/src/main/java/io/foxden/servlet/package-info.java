/**
 * Starts and ends with the web application, and answers below the base path: one filter, whose addresses stand in one
 * list. Imports every package of this module; none imports it.
 */
@NullMarked
package io.foxden.servlet;

import org.jspecify.annotations.NullMarked;
