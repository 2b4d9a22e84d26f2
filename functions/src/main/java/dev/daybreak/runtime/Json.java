package dev.daybreak.runtime;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Shape;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.daybreak.fault.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// JSON read strictly: an unknown, missing or null field and an unknown enum are refused. Lambda's
/// built-in serializer would let all of them pass in silence. An `Optional` may be missing: that is
/// how an empty one is written.
public final class Json {
    private static final List<CoercionInputShape> NO_TEXT =
            List.of(
                    CoercionInputShape.Integer,
                    CoercionInputShape.Float,
                    CoercionInputShape.Boolean);

    /// The one mapper; it never changes after this.
    public static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .addModule(new Jdk8Module())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .withCoercionConfig(LogicalType.Textual, Json::onlyText)
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                    .disable(EnumFeature.READ_ENUM_KEYS_USING_INDEX)
                    .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
                    .build();

    /// For orders and answers. The same answer gives the same bytes: a map's order is not the JVM's
    /// whim. An expression of a workflow computes in doubles, so what may not fit one is text.
    private static final JsonMapper STEPS =
            MAPPER.rebuild()
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .withConfigOverride(
                            BigInteger.class,
                            of -> of.setFormat(JsonFormat.Value.forShape(Shape.STRING)))
                    .withCoercionConfig(
                            BigInteger.class,
                            of ->
                                    of.setCoercion(
                                            CoercionInputShape.String, CoercionAction.TryConvert))
                    .build();

    /// The length of `{}`.
    private static final int EMPTY = 2;

    private Json() {}

    private static void onlyText(MutableCoercionConfig config) {
        for (var shape : NO_TEXT) {
            config.setCoercion(shape, CoercionAction.Fail);
        }
    }

    /// As a text that a workflow only hands on.
    public static String text(Object value) {
        try {
            return STEPS.writeValueAsString(value);
        } catch (JacksonException impossible) {
            throw new IllegalStateException("every record can be written", impossible);
        }
    }

    /// Reads what [#text] wrote, as strictly as an order.
    public static <T> T value(String text, Class<T> type) {
        try {
            return STEPS.readValue(text, type);
        } catch (JacksonException problem) {
            throw new BadInput("A text for %s cannot be read.".formatted(type.getName()));
        }
    }

    /// Reads a step's order. The fault names the field, never the value: it may be a secret.
    static <T> T read(InputStream in, Class<T> type) throws IOException {
        var text = in.readAllBytes();
        try {
            return Optional.ofNullable(STEPS.readValue(text, type))
                    .orElseThrow(
                            () ->
                                    new BadInput(
                                            "The order for %s is null.".formatted(type.getName())));
        } catch (JacksonException problem) {
            throw new BadInput(
                    "The order for %s cannot be read at %s: %s"
                            .formatted(type.getName(), place(problem), kind(problem)));
        }
    }

    /// Writes an answer, its simple name first as `decision`: what the workflow's Choice reads.
    static void write(OutputStream out, Object answer) throws IOException {
        var fields = STEPS.writeValueAsBytes(answer);
        var decision = "{\"decision\":\"%s\"".formatted(answer.getClass().getSimpleName());
        out.write(decision.getBytes(StandardCharsets.UTF_8));
        if (fields.length > EMPTY) {
            out.write(',');
        }
        out.write(fields, 1, fields.length - 1);
    }

    private static String place(JacksonException problem) {
        if (!(problem instanceof JsonMappingException mapping)) {
            return "line %d".formatted(problem.getLocation().getLineNr());
        }
        return mapping.getPath().stream()
                .map(
                        step ->
                                step.getFieldName() == null
                                        ? "[" + step.getIndex() + "]"
                                        : "." + step.getFieldName())
                .collect(Collectors.joining("", "$", ""));
    }

    private static String kind(JacksonException problem) {
        return switch (problem) {
            case UnrecognizedPropertyException _ -> "there is no such field";
            case MismatchedInputException _ -> "it is missing, null or of another type";
            case ValueInstantiationException wrong ->
                    Optional.ofNullable(wrong.getCause())
                            .map(Throwable::getMessage)
                            .orElse("a value in it is null");
            default -> "it is no valid JSON";
        };
    }
}
