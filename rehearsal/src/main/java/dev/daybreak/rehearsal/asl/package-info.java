/// Runs Amazon States Language files exactly as Step Functions does, as far as we use the language,
/// and refuses every other one when it is loaded.
@NullMarked
package dev.daybreak.rehearsal.asl;

import org.jspecify.annotations.NullMarked;
