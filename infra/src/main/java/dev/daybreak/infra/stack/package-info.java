/// The Daybreak stack: everything that runs a migration.
@NullMarked
package dev.daybreak.infra.stack;

import org.jspecify.annotations.NullMarked;
