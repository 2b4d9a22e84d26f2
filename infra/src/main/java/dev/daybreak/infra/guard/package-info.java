/// What a template must never be, checked whenever one is synthesized.
@NullMarked
package dev.daybreak.infra.guard;

import org.jspecify.annotations.NullMarked;
