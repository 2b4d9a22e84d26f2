package dev.daybreak.rehearsal.simulation.fault;

/// Something that goes wrong at one call of one handler.
public sealed interface Fault permits CallFault, Mishap {
    String name();
}
