/** What the downloads are made of. Imports nothing of Foxden but the names of its settings. */
@NullMarked
package io.foxden.dist.archive;

import org.jspecify.annotations.NullMarked;
