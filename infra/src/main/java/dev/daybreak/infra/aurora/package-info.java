/// The Aurora stack: one template for each way that the data gets across.
@NullMarked
package dev.daybreak.infra.aurora;

import org.jspecify.annotations.NullMarked;
