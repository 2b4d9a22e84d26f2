/// PostgreSQL as far as a migration can tell: rows with numbers, sessions that keep what they began
/// with, a fence, prepared transactions, a slot and a subscription. It has no SQL and no clock of
/// its own, so that thousands of migrations fit into a second.
@NullMarked
package dev.daybreak.rehearsal.simulation.database;

import org.jspecify.annotations.NullMarked;
