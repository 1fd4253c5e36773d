package org.superbill.gateway.proxy;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.UnreadBody;

/**
 * One service behind the gateway. A file is streamed to it and every answer back; a small body is gathered first, so that a client that
 * sends slowly keeps no thread of the service waiting.
 */
final class Upstream {

    private static final Duration WHILE_A_SERVICE_RESTARTS = Duration.ofSeconds(2);
    private static final Logger LOG = Logger.getLogger(Upstream.class);

    private final Backend backend;
    private final HttpClient shared;
    private final ThreadLocal<HttpClient> own;
    private final GatewaySettings settings;

    Upstream(Backend backend, Supplier<HttpClient> newClient, GatewaySettings settings) {
        this.backend = backend;
        this.shared = newClient.get();
        this.own = ThreadLocal.withInitial(newClient);
        this.settings = settings;
    }

    /** Each event loop has connections of its own: a request that goes out on another's is handed over at every step there and back. */
    private HttpClient client() {
        return Context.isOnEventLoopThread() ? own.get() : shared;
    }

    void forward(RoutingContext context, boolean isFile) {
        var client = client();
        var passage = new Passage(context, isFile, client);
        if ("100-continue".equalsIgnoreCase(context.request().getHeader("Expect"))) {
            context.response().writeContinue();
        }
        HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(origin -> passage.connect())
                .addInterceptor(passage)
                .handle(context.request());
    }

    /** One request on its way to the service and back. */
    private final class Passage implements ProxyInterceptor {

        private final RoutingContext context;
        private final HttpClient client;
        private final boolean isFile;
        private final Promise<Buffer> gathered = Promise.promise();
        private final WatchedBody requestBody;
        private final IdleWatch watch;
        private @Nullable HttpClientRequest outgoing;

        Passage(RoutingContext context, boolean isFile, HttpClient client) {
            this.context = context;
            this.client = client;
            this.isFile = isFile;
            this.watch = new IdleWatch(
                    context.vertx(),
                    settings.idleTimeout(),
                    isFile ? settings.fileTimeout() : settings.bodyTimeout(),
                    settings.answerTimeout(),
                    this::giveUp);
            var untilAnswer =
                    Backend.takesLong(Entrance.path(context)) ? settings.longTimeout() : settings.idleTimeout();
            this.requestBody = new WatchedBody(
                    context.request(),
                    isFile ? settings.maxFileBytes() : settings.maxBodyBytes(),
                    watch::signOfLife,
                    () -> watch.bodyHasCome(untilAnswer));
            context.addEndHandler(ended -> watch.stop());
        }

        Future<HttpClientRequest> connect() {
            return client.request(new RequestOptions()
                            .setConnectTimeout(settings.connectTimeout().toMillis()))
                    .onSuccess(request -> {
                        outgoing = request;
                        request.exceptionHandler(
                                failure -> {}); // the answer's future tells it; unheard, it is logged as an error
                    });
        }

        private void giveUp() {
            if (outgoing != null) {
                outgoing.reset();
            } else {
                gathered.tryFail("The body did not come in time");
            }
        }

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext proxied) {
            var request = proxied.request();
            ForwardedHeaders.toService(request.headers(), origin(context.request()));
            request.setURI(pathAndQuery(context.request()));
            var body = isFile
                    ? Future.succeededFuture(
                            Body.body(requestBody, request.getBody().length()))
                    : requestBody.whole(gathered).map(all -> all.length() == 0 ? null : Body.body(all));
            return body.compose(whole -> {
                        request.setBody(whole);
                        return proxied.sendRequest();
                    })
                    .recover(failure -> Future.succeededFuture(answerTo(failure, proxied)));
        }

        @Override
        public Future<Void> handleProxyResponse(ProxyContext proxied) {
            watch.answerHasBegun();
            var response = proxied.response();
            ForwardedHeaders.toClient(response.headers());
            var body = response.getBody();
            if (body != null) {
                response.setBody(Body.body(
                        new WatchedBody(body.stream(), Long.MAX_VALUE, watch::signOfLife, watch::signOfLife),
                        body.length()));
            }
            // once the head is out nothing can be said any more: the connection is cut, so that half an answer is not
            // taken for one
            return proxied.sendResponse().otherwise(failure -> {
                LOG.debugf(
                        "The answer of %s broke off, request %s", backend.serviceName(), Entrance.requestId(context));
                return null;
            });
        }

        private ProxyResponse answerTo(Throwable failure, ProxyContext proxied) {
            var problem = problem();
            if (problem.type() != KitProblem.BODY_TOO_LARGE && problem.type() != GatewayProblem.REQUEST_TIMED_OUT) {
                LOG.warnf(
                        "%s: %s (%s), request %s",
                        backend.serviceName(),
                        problem.type().title(),
                        failure.getClass().getSimpleName(),
                        Entrance.requestId(context));
            }
            UnreadBody.discard(context);
            var response =
                    proxied.request().response().setStatusCode(problem.type().status());
            response.putHeader("Content-Type", RawProblem.MEDIA_TYPE);
            if (problem.retryAfter() != null) {
                response.putHeader(
                        "Retry-After", Long.toString(problem.retryAfter().toSeconds()));
            }
            return response.setBody(Body.body(problem.body(context.request().path())));
        }

        private RawProblem problem() {
            var service = backend.serviceName();
            if (requestBody.isTooLarge()) {
                return new RawProblem(KitProblem.BODY_TOO_LARGE, Proxy.tooLarge(requestBody.limitBytes()));
            }
            if (requestBody.isAwaited() && (outgoing == null || watch.hasExpired())) {
                return new RawProblem(GatewayProblem.REQUEST_TIMED_OUT, "The body did not come in whole in time");
            }
            if (watch.hasExpired()) {
                return new RawProblem(GatewayProblem.SERVICE_TIMED_OUT, service + " did not answer in time");
            }
            if (outgoing == null) {
                return new RawProblem(
                        GatewayProblem.SERVICE_UNREACHABLE,
                        service + " takes no connections at the moment",
                        WHILE_A_SERVICE_RESTARTS);
            }
            return new RawProblem(
                    GatewayProblem.SERVICE_BROKE_OFF, service + " closed the connection", WHILE_A_SERVICE_RESTARTS);
        }

        private ForwardedHeaders.Origin origin(HttpServerRequest request) {
            var authority = request.authority();
            return new ForwardedHeaders.Origin(
                    request.remoteAddress().hostAddress(),
                    request.scheme(),
                    authority == null ? "" : authority.toString(),
                    Entrance.requestId(context));
        }
    }

    /** What is asked for, also when the client wrote the address in full. */
    private static String pathAndQuery(HttpServerRequest request) {
        return request.query() == null ? request.path() : request.path() + "?" + request.query();
    }
}
