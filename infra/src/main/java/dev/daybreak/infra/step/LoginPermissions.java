package dev.daybreak.infra.step;

import static dev.daybreak.infra.step.Permissions.all;

import java.util.List;

/// What it takes to log in to the databases: `Places` and `Logins`.
final class LoginPermissions {
    private final Arns arns;
    private final Permissions may;

    LoginPermissions(Arns arns) {
        this.arns = arns;
        this.may = new Permissions(arns);
    }

    /// `Places.of`: both endpoints, and the database's name from the secret.
    List<Permission> places() {
        return all(may.instance(), may.cluster(), application());
    }

    /// The application's own.
    List<Permission> application() {
        return may.secrets().read(arns.applicationSecret());
    }

    List<Permission> owner() {
        return may.secrets().read(arns.ownerSecret());
    }

    List<Permission> own() {
        return may.secrets().read(arns.ownSecret());
    }

    List<Permission> ownerAndOwn() {
        return all(owner(), own());
    }

    /// Daybreak's own login, on either side.
    List<Permission> looking() {
        return all(places(), own());
    }

    /// Whoever shuts and opens a database.
    List<Permission> fencing() {
        return all(places(), ownerAndOwn());
    }
}
