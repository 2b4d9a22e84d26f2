/// Real time, or time that jumps to the next timer.
@NullMarked
package dev.daybreak.rehearsal.clock;

import org.jspecify.annotations.NullMarked;
