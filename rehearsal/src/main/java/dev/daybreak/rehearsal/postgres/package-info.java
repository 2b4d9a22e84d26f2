/// Starts, snapshots, restores and stops real PostgreSQL servers.
@NullMarked
package dev.daybreak.rehearsal.postgres;

import org.jspecify.annotations.NullMarked;
