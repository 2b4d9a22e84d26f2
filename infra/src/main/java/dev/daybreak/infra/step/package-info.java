/// The functions that are deployed: one row for each, with what it may do and what it has to reach.
@NullMarked
package dev.daybreak.infra.step;

import org.jspecify.annotations.NullMarked;
