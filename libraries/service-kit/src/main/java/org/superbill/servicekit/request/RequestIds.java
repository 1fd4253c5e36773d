package org.superbill.servicekit.request;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Before anything else looks at a request: its id and trace, into the log's context and the answer's {@code X-Request-Id}; the request's own headers then have both. */
@ApplicationScoped
public class RequestIds {

    public static final String HEADER = "X-Request-Id";
    private static final int FIRST = 1000;

    void register(@Observes Filters filters) {
        filters.register(RequestIds::begin, FIRST);
    }

    private static void begin(RoutingContext context) {
        var request = context.request();
        RequestTrace.begin(request.getHeader(HEADER), request.getHeader(RequestTrace.TRACEPARENT));
        context.response().putHeader(HEADER, RequestTrace.requestId());
        // whoever looks there, the services behind a gateway too, finds the one that is in the log
        request.headers().set(HEADER, RequestTrace.requestId());
        RequestTrace.traceparent().ifPresent(trace -> request.headers().set(RequestTrace.TRACEPARENT, trace));
        context.next();
    }
}
