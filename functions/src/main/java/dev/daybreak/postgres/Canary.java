package dev.daybreak.postgres;

import dev.daybreak.proof.Method;
import java.util.List;
import java.util.stream.Collectors;

/// Asks both servers for hashes that are known. They were the same in PostgreSQL 14 to 18, and
/// nobody promises that for Aurora: what hashes otherwise could hash differing values alike.
final class Canary {
    private record Known(String expression, long answer) {}

    private static final List<Known> TEXTS =
            List.of(
                    new Known("hashtextextended('' COLLATE \"C\", 0)", -6939563903564495251L),
                    new Known(
                            "hashtextextended('Daybreak' COLLATE \"C\", 1)", 4896301811741907269L),
                    new Known(
                            "hashtextextended(repeat('0123456789', 9) COLLATE \"C\", -1)",
                            -7000141954180281813L));

    private static final List<Known> NUMBERS =
            List.of(
                    new Known("hashint4extended(0, 0)", 4154612158245552303L),
                    new Known("hashint4extended(-1, 4294967296)", -8935529606657374257L),
                    new Known(
                            "hashint4extended(2147483647, -9223372036854775808)",
                            1541059758912566796L),
                    new Known("hashfloat8extended(0.1, 0)", -4179333574236083663L),
                    new Known("hashfloat8extended(-1e300, 7)", -8403678382360608706L),
                    new Known("hashfloat8extended('NaN', 7)", 4630774196508139456L),
                    new Known(
                            "hashfloat8extended(date_part('epoch',"
                                    + " timestamptz '2026-11-30 23:59:59.999999+00'), 1)",
                            -6338623004946549126L),
                    new Known(
                            "hashfloat8extended(date_part('epoch', time '23:59:59.999999'), 1)",
                            2025906267257529877L),
                    new Known("sign(atan2(float8 '-0', -1))", -1),
                    new Known(
                            "uuid_hash_extended('00112233-4455-6677-8899-aabbccddeeff', 3)",
                            2948312579206575731L));

    private Canary() {}

    static Method method(Link rds, Link aurora) {
        if (known(rds, TEXTS) && known(aurora, TEXTS)) {
            return known(rds, NUMBERS) && known(aurora, NUMBERS) ? Method.CHAIN : Method.TEXT;
        }
        return Method.DIGEST;
    }

    private static boolean known(Link link, List<Known> all) {
        var answers =
                all.stream()
                        .map(one -> "(%s)::int8 = %d".formatted(one.expression(), one.answer()))
                        .collect(Collectors.joining(" AND "));
        return link.row("Asking for known hashes", "SELECT " + answers, row -> row.getBoolean(1));
    }
}
