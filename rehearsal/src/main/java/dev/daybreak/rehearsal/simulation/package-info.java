/// Whole migrations, days and weeks included, in virtual time: the deployed workflows and handlers,
/// and a world of stand-ins in which something goes wrong. One thread, one seed, one transcript.
@NullMarked
package dev.daybreak.rehearsal.simulation;

import org.jspecify.annotations.NullMarked;
