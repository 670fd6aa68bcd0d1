/** What the code of a host application calls. May import every package of this module; none imports it. */
@NullMarked
package io.foxden;

import org.jspecify.annotations.NullMarked;
