package dev.daybreak.rehearsal.lambda;

import java.time.Duration;

/// What a function's process did with its first event.
///
/// @param ready from the start of the process until it asked for an event
/// @param answered from the start of the process until it told what came of it
/// @param peakKilobytes the most memory that it held, `VmHWM`; 0 where the system does not say
public record FirstAnswer(Told told, Duration ready, Duration answered, long peakKilobytes) {}
