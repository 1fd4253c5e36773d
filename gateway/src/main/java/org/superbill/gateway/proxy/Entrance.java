package org.superbill.gateway.proxy;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.superbill.servicekit.request.RequestIds;

/** What happens to every request before anybody asks who sent it: an origin that is true, security headers, and a path with one meaning. */
@ApplicationScoped
class Entrance {

    /** After CORS (300), before authentication (200). */
    private static final int PRIORITY = 250;

    private static final String PATH = "superbill.path";
    private static final Logger LOG = Logger.getLogger(Entrance.class);

    private final MeterRegistry metrics;

    Entrance(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void open(@Observes Filters filters) {
        filters.register(this::enter, PRIORITY);
    }

    static String requestId(RoutingContext context) {
        return context.request().getHeader(RequestIds.HEADER);
    }

    static ApiPath path(RoutingContext context) {
        return context.get(PATH);
    }

    private void enter(RoutingContext context) {
        var requestId = requestId(context);
        ForwardedHeaders.originAsSeen(context.request());
        context.addHeadersEndHandler(sent -> SecurityHeaders.add(context, requestId));
        var started = System.nanoTime();
        context.addEndHandler(ended -> note(context, started));
        var path = ApiPath.of(context.request().path());
        if (path.isEmpty()) {
            new RawProblem(GatewayProblem.PATH_MALFORMED, "The path has a segment that is not plain text")
                    .send(context);
            return;
        }
        context.put(PATH, path.get());
        context.next();
    }

    /** Of what was asked for only the service is told: an address has ids in it, and a query may have a name. */
    private void note(RoutingContext context, long startedNanos) {
        var status = context.response().getStatusCode();
        ApiPath path = context.get(PATH);
        var service = path == null
                ? "none"
                : Backend.of(path).map(Backend::serviceName).orElse("none");
        metrics.timer("superbill.gateway.requests", "service", service, "status", Integer.toString(status))
                .record(System.nanoTime() - startedNanos, TimeUnit.NANOSECONDS);
        if (status == 401 || status == 403) {
            LOG.infof(
                    "Denied %d: %s %s, subject '%s', request %s",
                    status, context.request().method(), service, subject(context), requestId(context));
        }
    }

    private static String subject(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user
                ? user.getSecurityIdentity().getPrincipal().getName()
                : "";
    }
}
