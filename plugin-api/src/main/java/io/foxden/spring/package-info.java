/** The way into a Spring Boot application, whose embedded servers run no initializers. May import {@code host}. */
@NullMarked
package io.foxden.spring;

import org.jspecify.annotations.NullMarked;
