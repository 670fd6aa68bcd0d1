/** Looking for secrets in clear, wherever Foxden writes. Imports nothing of Foxden but the sandbox that issued them. */
@NullMarked
package io.foxden.dist.secret;

import org.jspecify.annotations.NullMarked;
