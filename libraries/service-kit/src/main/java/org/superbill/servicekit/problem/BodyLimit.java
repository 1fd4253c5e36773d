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
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses bodies over {@code superbill.http.max-body-size} with a problem; Quarkus' own limit answers without one. */
@Provider
@ApplicationScoped
public class BodyLimit implements ReaderInterceptor {

    private static final int BEFORE_QUARKUS = 900;

    private final long most;

    BodyLimit(@ConfigProperty(name = "superbill.http.max-body-size") MemorySize most) {
        this.most = most.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::checkDeclaredLength, BEFORE_QUARKUS);
    }

    private void checkDeclaredLength(RoutingContext context) {
        if (declaredLength(context) > most) {
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
        context.setInputStream(new Limited(context.getInputStream()));
        return context.proceed();
    }

    private static Problem tooLarge() {
        return new Problem(KitProblem.BODY_TOO_LARGE, "The body is over the limit");
    }

    private final class Limited extends FilterInputStream {

        private long count;

        Limited(InputStream stream) {
            super(stream);
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
            if (count > most) {
                throw tooLarge();
            }
            return result;
        }
    }
}
