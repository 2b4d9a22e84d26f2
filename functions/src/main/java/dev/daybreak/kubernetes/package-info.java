/// The application's side of the move, as the API server of its cluster knows it.
@NullMarked
package dev.daybreak.kubernetes;

import org.jspecify.annotations.NullMarked;
