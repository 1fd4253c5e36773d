package org.superbill.servicekit.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses addresses over {@code superbill.http.max-uri-length} and headers over {@code superbill.http.max-header-size} (all of them
 * together) with a problem. Vert.x' own limits, which answer without one and cannot be taught to, lie far above.
 */
@ApplicationScoped
public class HeadLimit {

    /** After CORS and what the gateway does to each request, before authentication (200). */
    private static final int PRIORITY = 240;
    /** What stands between and after name and value on the wire: a colon, a space, the end of the line. */
    private static final int OF_EACH_HEADER = 4;

    private final long longestUri;
    private final long largestHeaders;

    HeadLimit(
            @ConfigProperty(name = "superbill.http.max-uri-length") MemorySize longestUri,
            @ConfigProperty(name = "superbill.http.max-header-size") MemorySize largestHeaders) {
        this.longestUri = longestUri.asLongValue();
        this.largestHeaders = largestHeaders.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext context) {
        var request = context.request();
        if (request.uri().length() > longestUri) {
            Problems.answer(
                    context,
                    new Problem(KitProblem.URI_TOO_LONG, "The address has more than %d bytes".formatted(longestUri)));
        } else if (size(request) > largestHeaders) {
            Problems.answer(
                    context,
                    new Problem(
                            KitProblem.HEADERS_TOO_LARGE,
                            "The headers have more than %d bytes together".formatted(largestHeaders)));
        } else {
            context.next();
        }
    }

    private static long size(HttpServerRequest request) {
        var size = 0L;
        for (var header : request.headers()) {
            size += header.getKey().length() + header.getValue().length() + OF_EACH_HEADER;
        }
        return size;
    }
}
