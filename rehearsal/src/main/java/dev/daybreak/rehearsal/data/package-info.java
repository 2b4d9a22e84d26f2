/// The database that is moved: what is in it, and how it is made quickly.
@NullMarked
package dev.daybreak.rehearsal.data;

import org.jspecify.annotations.NullMarked;
