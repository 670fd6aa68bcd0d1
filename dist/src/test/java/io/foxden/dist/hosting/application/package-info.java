/**
 * Classes of host applications, which the tests pack into archives: code that nobody at Foxden wrote. Of Foxden they import
 * the host's view only.
 */
@NullMarked
package io.foxden.dist.hosting.application;

import org.jspecify.annotations.NullMarked;
