/**
 * What went wrong, and who must act: nobody yet (try later), a person (reconnect), the operator (a setting, a key, a
 * folder), or Foxy's side refused. Imports {@code words}.
 */
@NullMarked
package io.foxden.problem;

import org.jspecify.annotations.NullMarked;
