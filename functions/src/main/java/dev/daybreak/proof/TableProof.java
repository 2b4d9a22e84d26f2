package dev.daybreak.proof;

/// What was compared of one table.
///
/// @param rows exact, on the RDS side
/// @param checksum of the RDS side, hexadecimal; independent of the order of rows
/// @param milliseconds from the start of the first side's query to the end of the last
public record TableProof(
        String table, long rows, String checksum, boolean equal, long milliseconds) {}
