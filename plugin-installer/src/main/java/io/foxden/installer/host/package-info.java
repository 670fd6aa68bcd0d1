/** Which server this is, and where Foxden's files are beside it. Imports of Foxden only problems. */
@NullMarked
package io.foxden.installer.host;

import org.jspecify.annotations.NullMarked;
