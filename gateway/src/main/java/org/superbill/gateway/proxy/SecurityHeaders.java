package org.superbill.gateway.proxy;

import io.vertx.ext.web.RoutingContext;

/** What every answer tells the browser that may be showing it. */
final class SecurityHeaders {

    private static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";

    /** Swagger UI is the only page here: its scripts and styles are its own, some of its styles are written inline. */
    private static final String PAGE_POLICY =
            "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
                    + "script-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private static final String ONE_YEAR = "max-age=31536000; includeSubDomains";

    private SecurityHeaders() {}

    /** Called when the headers are about to leave, so that it has the last word over what a service said. */
    static void add(RoutingContext context, String requestId) {
        var headers = context.response().headers();
        var isPage = context.request().path().startsWith("/q/swagger-ui");
        headers.set(ForwardedHeaders.REQUEST_ID, requestId);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Content-Security-Policy", isPage ? PAGE_POLICY : API_POLICY);
        if (!isPage) {
            headers.set("Cache-Control", "no-store");
        }
        if ("https".equals(context.request().scheme())) {
            headers.set("Strict-Transport-Security", ONE_YEAR);
        }
    }
}
