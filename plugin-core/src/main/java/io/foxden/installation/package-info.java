/** The facade: what host applications, the servlet module and the command line call. Nothing below imports it. */
@NullMarked
package io.foxden.installation;

import org.jspecify.annotations.NullMarked;
