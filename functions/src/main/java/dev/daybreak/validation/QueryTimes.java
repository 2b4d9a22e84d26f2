package dev.daybreak.validation;

/// What `pg_stat_statements` has counted in the application's database since it was reset.
///
/// @param resetSeconds when that was, in seconds since 1970
/// @param microseconds all executions together
public record QueryTimes(long resetSeconds, long calls, long microseconds) {}
