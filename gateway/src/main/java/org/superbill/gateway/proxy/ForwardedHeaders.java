package org.superbill.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.superbill.servicekit.request.RequestIds;

/**
 * What of a client's headers a service gets to see. A service learns who calls from the token alone; everything else that claims
 * to say who or from where is dropped here, and only the gateway says where a request came from.
 */
final class ForwardedHeaders {

    static final String REQUEST_ID = RequestIds.HEADER;

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private static final Set<String> EXTENSIONS_PASSED = Set.of("x-request-id", "x-purpose-of-use");

    /** RFC 9110, section 7.6.1, and what a front door answers itself. */
    private static final Set<String> NEVER_PASSED = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings",
            "expect",
            "forwarded",
            "via",
            "cookie",
            "host");

    private static final Set<String> NOT_RETURNED = Set.of(
            "connection", "keep-alive", "proxy-authenticate", "te", "trailer", "upgrade", "server", "x-powered-by");

    private ForwardedHeaders() {}

    /** Where a request came from, as the gateway itself saw it. */
    record Origin(String clientAddress, String scheme, String host, String requestId) {}

    /** For the gateway's own resources too: what a client says of where it comes from is not believed, whoever asks the request. */
    static void originAsSeen(HttpServerRequest request) {
        var address = request.remoteAddress().hostAddress(); // before: a trusted edge's word is in the header
        request.headers().remove("Forwarded").set(FORWARDED_FOR, address);
    }

    /** Changes {@code headers} into those that the service gets. */
    static void toService(MultiMap headers, Origin origin) {
        var nominated = nominatedByConnection(headers);
        for (var name : List.copyOf(headers.names())) {
            var lower = name.toLowerCase(Locale.ROOT);
            var unknownExtension = lower.startsWith("x-") && !EXTENSIONS_PASSED.contains(lower);
            if (unknownExtension || NEVER_PASSED.contains(lower) || nominated.contains(lower)) {
                headers.remove(name);
            }
        }
        headers.set(FORWARDED_FOR, origin.clientAddress());
        headers.set("X-Forwarded-Proto", origin.scheme());
        headers.set("X-Forwarded-Host", origin.host());
        headers.set(REQUEST_ID, origin.requestId());
    }

    /** Changes a service's {@code headers} into those that the client gets. */
    static void toClient(MultiMap headers) {
        NOT_RETURNED.forEach(headers::remove);
        var location = headers.get("Location");
        if (location != null) {
            headers.set("Location", withoutOrigin(location));
        }
    }

    /** A service names itself in an absolute {@code Location}; outside only the path is true. */
    private static String withoutOrigin(String location) {
        var scheme = location.indexOf("://");
        var path = scheme < 0 ? -1 : location.indexOf("/api/", scheme + 3);
        var isFirstSlash = path > 0 && location.indexOf('/', scheme + 3) == path;
        return isFirstSlash ? location.substring(path) : location;
    }

    private static Set<String> nominatedByConnection(MultiMap headers) {
        var names = new java.util.HashSet<String>();
        for (var value : headers.getAll("Connection")) {
            for (var name : value.split(",")) {
                names.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }
}
