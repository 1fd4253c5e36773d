package org.superbill.gateway.proxy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.problem.ProblemType;
import org.superbill.servicekit.problem.UnreadBody;

/**
 * A problem (RFC 9457) where there is no JAX-RS to write it, in the same form as the services'.
 *
 * @param retryAfter null when trying again would not help
 */
record RawProblem(ProblemType type, String detail, @Nullable Duration retryAfter) {

    static final String MEDIA_TYPE = "application/problem+json";

    RawProblem(ProblemType type, String detail) {
        this(type, detail, null);
    }

    /** @param instance the path that was asked for, without its query */
    Buffer body(String instance) {
        return new JsonObject()
                .put("type", type.uri().toString())
                .put("title", type.title())
                .put("status", type.status())
                .put("detail", detail)
                .put("instance", instance)
                .toBuffer();
    }

    /** Answers with it and reads no more of what the client may still be sending than it must. */
    void send(RoutingContext context) {
        var response = context.response().setStatusCode(type.status()).putHeader("Content-Type", MEDIA_TYPE);
        if (retryAfter != null) {
            response.putHeader("Retry-After", Long.toString(retryAfter.toSeconds()));
        }
        UnreadBody.discard(context);
        context.end(body(context.request().path()));
    }
}
