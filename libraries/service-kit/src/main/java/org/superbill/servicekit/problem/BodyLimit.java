package org.superbill.servicekit.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Refuses bodies over {@code superbill.http.max-body-size} with a problem; Quarkus' own limit answers without one. For JSON, and
 * whatever else becomes objects in memory, the limit is {@code superbill.http.max-json-size}: they take many times their bytes.
 */
@Provider
@ApplicationScoped
public class BodyLimit implements ReaderInterceptor {

    /** After CORS (300), what the gateway does to each answer (250) and the limit of the head, before authentication (200). */
    private static final int PRIORITY = 230;

    private static final Set<Class<?>> READ_AS_IT_IS = Set.of(InputStream.class, byte[].class, String.class);

    private final long most;
    private final long mostJson;

    BodyLimit(
            @ConfigProperty(name = "superbill.http.max-body-size") MemorySize most,
            @ConfigProperty(name = "superbill.http.max-json-size") MemorySize mostJson) {
        this.most = most.asLongValue();
        this.mostJson = Math.min(most.asLongValue(), mostJson.asLongValue());
    }

    void register(@Observes Filters filters) {
        filters.register(this::checkDeclaredLength, PRIORITY);
    }

    /** @param contentType with its parameters or without */
    public static boolean isJson(@Nullable String contentType) {
        return contentType != null
                && contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).endsWith("json");
    }

    private void checkDeclaredLength(RoutingContext context) {
        var limit = isJson(context.request().getHeader("Content-Type")) ? mostJson : most;
        if (declaredLength(context) > limit) {
            Problems.answer(context, tooLarge());
        } else {
            context.next();
        }
    }

    private static long declaredLength(RoutingContext context) {
        var length = context.request().getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0; // Vert.x refuses it
        }
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var isFile = READ_AS_IT_IS.contains(context.getType()) && !isJson(String.valueOf(context.getMediaType()));
        context.setInputStream(new Limited(context.getInputStream(), isFile ? most : mostJson));
        return context.proceed();
    }

    private static Problem tooLarge() {
        return new Problem(KitProblem.BODY_TOO_LARGE, "The body is over the limit");
    }

    private static final class Limited extends FilterInputStream {

        private final long limit;
        private long count;

        Limited(InputStream stream, long limit) {
            super(stream);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            var value = super.read();
            return value < 0 ? value : counted(1, value);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var bytes = super.read(buffer, offset, length);
            return bytes < 0 ? bytes : counted(bytes, bytes);
        }

        private int counted(int bytes, int result) {
            count += bytes;
            if (count > limit) {
                throw tooLarge();
            }
            return result;
        }
    }
}
