/** An application that knows nothing of Foxden, packed into a WAR by the matrix. Imports the servlet API only. */
@NullMarked
package com.example.host;

import org.jspecify.annotations.NullMarked;
