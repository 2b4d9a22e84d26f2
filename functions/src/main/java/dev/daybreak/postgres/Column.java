package dev.daybreak.postgres;

import java.sql.Array;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

/// A column as one side knows it.
///
/// @param name quoted
/// @param type as SQL names it
/// @param form the built-in type below all domains, or in which other way it becomes text
/// @param isNullable whether it is allowed to hold NULL; some servers allow NULLs in columns that
///   are called NOT NULL, as PostgreSQL 18 does where the constraint is not valid
record Column(String name, String type, String form, boolean isNullable) {
    static List<Column> read(Array names, Array types, Array forms, Array nullables)
            throws SQLException {
        var name = Link.texts(names);
        var type = Link.texts(types);
        var form = Link.texts(forms);
        var isNullable = Link.texts(nullables);
        return IntStream.range(0, name.size())
                .mapToObj(
                        i ->
                                new Column(
                                        name.get(i),
                                        type.get(i),
                                        form.get(i),
                                        Boolean.parseBoolean(isNullable.get(i))))
                .toList();
    }

    /// Whatever holds for the values of one side must hold for those of the other.
    Column with(Column other) {
        return new Column(name, type, form, isNullable || other.isNullable);
    }

    boolean isAlike(Column other) {
        return name.equals(other.name) && type.equals(other.type) && form.equals(other.form);
    }

    String value() {
        return "t." + name;
    }

    /// All that its output function tells.
    String text() {
        return form.equals("own cast") ? "format('%s', " + value() + ")" : value() + "::text";
    }
}
