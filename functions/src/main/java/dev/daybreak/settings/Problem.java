package dev.daybreak.settings;

/// One thing that is wrong with the settings.
///
/// @param place a field's path, for example `kubernetes.deployments[0].name`, or a line and column
/// @param found what stands there, clipped; never a text that could hold a password
/// @param allowed what may stand there
public record Problem(String place, String found, String allowed) {
    @Override
    public String toString() {
        return "%s: found %s; allowed: %s".formatted(place, found, allowed);
    }
}
