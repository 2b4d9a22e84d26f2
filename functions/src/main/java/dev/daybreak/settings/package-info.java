/// Reads `migration.json`: strictly, and with every problem told at once.
@NullMarked
package dev.daybreak.settings;

import org.jspecify.annotations.NullMarked;
