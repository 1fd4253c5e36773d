package org.superbill.servicekit.ids;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads ids in paths and queries as {@link Ids#read} does: in a path any other text names nothing. */
@Provider
public class IdConverters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return type == UUID.class ? (ParamConverter<T>) new Converter() : null;
    }

    private static final class Converter implements ParamConverter<UUID> {
        @Override
        public @Nullable UUID fromString(@Nullable String text) {
            return text == null
                    ? null
                    : Ids.read(text)
                            .orElseThrow(() -> new NotFoundException(new IllegalArgumentException("Not an id")));
        }

        @Override
        public String toString(UUID id) {
            return id.toString();
        }
    }
}
