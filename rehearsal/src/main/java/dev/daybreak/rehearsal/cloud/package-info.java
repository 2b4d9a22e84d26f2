/// The small AWS that a rehearsal runs against: slow, eventually consistent, and as unkind as the
/// real one, for a stand-in that is kinder hides the bug.
@NullMarked
package dev.daybreak.rehearsal.cloud;

import org.jspecify.annotations.NullMarked;
