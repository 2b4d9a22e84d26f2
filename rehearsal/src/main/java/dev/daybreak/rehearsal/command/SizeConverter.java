package dev.daybreak.rehearsal.command;

import dev.daybreak.rehearsal.data.Size;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads `200MB` or `5GB`.
final class SizeConverter implements ITypeConverter<Size> {
    @Override
    public Size convert(String text) {
        try {
            return Size.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
