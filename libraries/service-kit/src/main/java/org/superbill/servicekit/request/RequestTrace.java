package org.superbill.servicekit.request;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The request id and the W3C trace of the work at hand. Both stand in the log's context, so that every line has them; they go
 * into events and on to other services.
 */
public final class RequestTrace {

    public static final String REQUEST_ID = "requestId";
    public static final String TRACEPARENT = "traceparent";

    private static final Pattern SAFE_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern W3C = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private RequestTrace() {}

    /** Takes over what came along where it has its form, and makes its own where it does not. */
    public static void begin(@Nullable String requestId, @Nullable String traceparent) {
        MDC.put(
                REQUEST_ID,
                requestId != null && SAFE_ID.matcher(requestId).matches()
                        ? requestId
                        : UUID.randomUUID().toString());
        MDC.put(
                TRACEPARENT,
                traceparent != null && W3C.matcher(traceparent).matches() ? traceparent : newTraceparent());
    }

    public static void end() {
        MDC.remove(REQUEST_ID);
        MDC.remove(TRACEPARENT);
    }

    /** Empty text outside of a request. */
    public static String requestId() {
        return MDC.get(REQUEST_ID) instanceof String id ? id : "";
    }

    /** W3C {@code traceparent} of the request; empty outside of one. */
    public static Optional<String> traceparent() {
        return Optional.ofNullable(MDC.get(TRACEPARENT)).map(Object::toString);
    }

    private static String newTraceparent() {
        var random = ThreadLocalRandom.current();
        return "00-%016x%016x-%016x-01".formatted(random.nextLong(), random.nextLong() | 1, random.nextLong() | 1);
    }
}
