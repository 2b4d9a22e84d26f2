/// Daybreak with one guard taken away at a time, as real tools got it wrong: each must break a
/// promise that the simulator notices.
@NullMarked
package dev.daybreak.rehearsal.simulation.saboteur;

import org.jspecify.annotations.NullMarked;
