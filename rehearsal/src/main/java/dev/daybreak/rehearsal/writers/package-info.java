/// The live clients of a rehearsal, and their own record of what was acknowledged.
@NullMarked
package dev.daybreak.rehearsal.writers;

import org.jspecify.annotations.NullMarked;
