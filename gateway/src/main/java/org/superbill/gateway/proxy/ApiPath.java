package org.superbill.gateway.proxy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A path as the client wrote it, cut into decoded segments. Two servers that read one path differently are how a request for
 * {@code /api/v1/../q/metrics} gets past a front door, so a path that can be read in two ways is not a path.
 */
record ApiPath(List<String> segments) {

    private static final String API_PREFIX = "/api/v1/";

    ApiPath {
        segments = List.copyOf(segments);
    }

    /** Empty when the path climbs ({@code ..}), hides a delimiter behind an escape, or has an empty or a malformed segment. */
    static Optional<ApiPath> of(String rawPath) {
        if (!rawPath.startsWith("/")) {
            return Optional.empty();
        }
        var raw = rawPath.substring(1).split("/", -1);
        var segments = new ArrayList<String>();
        for (var i = 0; i < raw.length; i++) {
            var trailingSlash = raw[i].isEmpty() && i == raw.length - 1;
            if (trailingSlash) {
                break;
            }
            var segment = decoded(raw[i]);
            if (segment.isEmpty() || !isPlain(segment.get())) {
                return Optional.empty();
            }
            segments.add(segment.get());
        }
        return Optional.of(new ApiPath(segments));
    }

    /** Whether the path is below {@code /api/}, whatever the version. */
    boolean isApi() {
        return !segments.isEmpty() && segments.get(0).equals("api");
    }

    /** The segments after {@code /api/v1}; empty when the path is none of version 1. */
    List<String> resource() {
        return segments.size() > 2 && ("/" + segments.get(0) + "/" + segments.get(1) + "/").equals(API_PREFIX)
                ? segments.subList(2, segments.size())
                : List.of();
    }

    private static Optional<String> decoded(String segment) {
        try {
            // URLDecoder is made for forms, where a plus is a space; in a path it is a plus
            return Optional.of(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformedEscape) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(String segment) {
        return !segment.isEmpty()
                && !segment.equals(".")
                && !segment.equals("..")
                && segment.chars().noneMatch(c -> c < ' ' || c == 0x7f || "/\\;%\uFFFD".indexOf(c) >= 0);
    }
}
