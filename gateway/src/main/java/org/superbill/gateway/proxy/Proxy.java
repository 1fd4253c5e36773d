package org.superbill.gateway.proxy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.superbill.servicekit.problem.BodyLimit;
import org.superbill.servicekit.problem.KitProblem;

/** Sends each request under {@code /api} where it belongs; what nobody answers for ends here. */
@ApplicationScoped
class Proxy {

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);

    /** For a method that no service has; for one that others have the service says which the address knows. */
    private static final String ALLOWED =
            METHODS.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final GatewaySettings settings;
    private final Callers callers;
    private final Map<Backend, Upstream> upstreams = new EnumMap<>(Backend.class);

    Proxy(GatewaySettings settings, Callers callers) {
        this.settings = settings;
        this.callers = callers;
    }

    void open(@Observes Router router, Vertx vertx) {
        upstreams.put(Backend.PATIENT_SERVICE, upstream(vertx, Backend.PATIENT_SERVICE, settings.patientUrl()));
        upstreams.put(Backend.CODING_SERVICE, upstream(vertx, Backend.CODING_SERVICE, settings.codingUrl()));
        upstreams.put(Backend.BILLING_SERVICE, upstream(vertx, Backend.BILLING_SERVICE, settings.billingUrl()));
        router.route("/api/*").order(0).handler(this::pass);
    }

    private Upstream upstream(Vertx vertx, Backend backend, URI url) {
        var tls = "https".equals(url.getScheme());
        var port = url.getPort() >= 0 ? url.getPort() : tls ? 443 : 80;
        var options = new HttpClientOptions()
                .setDefaultHost(url.getHost())
                .setDefaultPort(port)
                .setSsl(tls)
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setMaxPoolSize(settings.connectionsPerService())
                .setDecompressionSupported(false);
        return new Upstream(backend, () -> vertx.createHttpClient(options), settings);
    }

    private void pass(RoutingContext context) {
        var path = Entrance.path(context);
        var backend = Backend.of(path);
        var isFile = isFile(path, context.request());
        if (backend.isEmpty()) {
            new RawProblem(KitProblem.NOT_FOUND, "No service has this address").send(context);
        } else if (!METHODS.contains(context.request().method())) {
            context.response().putHeader(HttpHeaders.ALLOW, ALLOWED);
            new RawProblem(KitProblem.METHOD_NOT_ALLOWED, "This method is not served here").send(context);
        } else if (declaredLength(context) > limit(isFile)) {
            new RawProblem(KitProblem.BODY_TOO_LARGE, tooLarge(limit(isFile))).send(context);
        } else if (callers.admit(context, isFile || Backend.givesFile(path))) {
            var upstream = upstreams.get(backend.get());
            if (upstream == null) {
                context.next(); // the gateway's own
            } else {
                upstream.forward(context, isFile);
            }
        }
    }

    static String tooLarge(long limitBytes) {
        return "A body of at most %d bytes is taken here".formatted(limitBytes);
    }

    /** JSON never is one: parsed it takes many times its bytes. */
    private static boolean isFile(ApiPath path, HttpServerRequest request) {
        return Backend.takesFiles(path)
                && !READS.contains(request.method())
                && !BodyLimit.isJson(request.getHeader("Content-Type"));
    }

    private long limit(boolean isFile) {
        return isFile ? settings.maxFileBytes() : settings.maxBodyBytes();
    }

    private static long declaredLength(RoutingContext context) {
        var length = context.request().getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException beyondAnyLimit) {
            return Long.MAX_VALUE;
        }
    }
}
