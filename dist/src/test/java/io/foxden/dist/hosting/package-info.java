/**
 * Applications that nobody at Foxden wrote, with the one JAR in their {@code WEB-INF/lib}, in real servers: ordinary and
 * hostile ones, and what stays behind after many redeployments. Addresses Foxden by its public interface only.
 */
@NullMarked
package io.foxden.dist.hosting;

import org.jspecify.annotations.NullMarked;
