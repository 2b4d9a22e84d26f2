package dev.daybreak.rehearsal.asl;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Jsonata.JFunctionCallable;
import com.dashjoin.jsonata.Utils;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The functions that Step Functions adds to JSONata
/// (https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html), and those of
/// JSONata that would look at the machine's own clock and chance.
final class AddedFunctions {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AddedFunctions() {}

    static Optional<JFunction> named(String name, Bindings bindings) {
        return switch (name) {
            case "now" -> function((_, args) -> now(bindings, args), "<s?s?:s>");
            case "millis" -> function((_, _) -> bindings.now().get().toEpochMilli(), "<:n>");
            case "random" -> function((_, args) -> random(bindings, args), "<n?:n>");
            case "shuffle" -> function((_, args) -> shuffle(bindings, args), "<a:a>");
            case "uuid" -> function((_, _) -> uuid(bindings), "<:s>");
            case "parse" -> function((_, args) -> parse((String) args.get(0)), "<s:x>");
            case "hash" -> function((_, args) -> hash(args), "<ss:s>");
            case "partition" -> function((_, args) -> partition(args), "<an:a>");
            case "range" -> function((_, args) -> range(args), "<nnn:a>");
            default -> Optional.empty();
        };
    }

    private static Optional<JFunction> function(JFunctionCallable body, String signature) {
        return Optional.of(new JFunction(body, signature));
    }

    private static String now(Bindings bindings, List<?> args) {
        return Functions.dateTimeFromMillis(
                bindings.now().get().toEpochMilli(), text(args, 0), text(args, 1));
    }

    private static @Nullable String text(List<?> args, int index) {
        return index < args.size() ? (String) args.get(index) : null;
    }

    private static double random(Bindings bindings, List<?> args) {
        return args.isEmpty() || !(args.getFirst() instanceof Number seed)
                ? bindings.chance().nextDouble()
                : new Random(seed.longValue()).nextDouble();
    }

    private static List<Object> shuffle(Bindings bindings, List<?> args) {
        var items = new ArrayList<Object>((List<?>) args.getFirst());
        for (var last = items.size() - 1; last > 0; last--) {
            Collections.swap(items, last, bindings.chance().nextInt(last + 1));
        }
        return items;
    }

    /// Version 4 and variant 2 are set in bits that are random otherwise (RFC 9562, 5.4).
    private static String uuid(Bindings bindings) {
        var high = (bindings.chance().nextLong() & ~0xF000L) | 0x4000L;
        var low = (bindings.chance().nextLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new UUID(high, low).toString();
    }

    private static Object parse(String text) {
        try {
            return JsonView.of(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw new JException(e, "D3001", -1, text, null);
        }
    }

    private static String hash(List<?> args) {
        try {
            var digest = MessageDigest.getInstance((String) args.get(1));
            var bytes = digest.digest(((String) args.get(0)).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new JException(e, "T0410", -1, args.get(1), "hash");
        }
    }

    private static List<Object> partition(List<?> args) {
        var items = (List<?>) args.get(0);
        var size = ((Number) args.get(1)).intValue();
        if (size < 1) {
            throw new JException("T0410", -1, size, "partition");
        }
        var parts = new ArrayList<Object>();
        for (var start = 0; start < items.size(); start += size) {
            parts.add(List.copyOf(items.subList(start, Math.min(start + size, items.size()))));
        }
        return parts;
    }

    private static List<Object> range(List<?> args) {
        var first = ((Number) args.get(0)).longValue();
        var last = ((Number) args.get(1)).longValue();
        var step = ((Number) args.get(2)).longValue();
        if (step == 0 || Math.abs((last - first) / step) >= 1000) {
            throw new JException("T0410", -1, step, "range");
        }
        var numbers = Utils.createSequence();
        for (var n = first; step > 0 ? n <= last : n >= last; n += step) {
            numbers.add(Utils.convertNumber(n));
        }
        return numbers;
    }
}
