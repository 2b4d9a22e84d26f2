/// What goes wrong in a simulated migration, and where: a plan says at which call, the boundary
/// between the handlers and the world does it.
@NullMarked
package dev.daybreak.rehearsal.simulation.fault;

import org.jspecify.annotations.NullMarked;
