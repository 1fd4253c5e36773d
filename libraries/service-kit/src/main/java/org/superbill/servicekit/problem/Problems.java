package org.superbill.servicekit.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Problems where no resource method is at hand: in records of what happened and in raw routes. */
public final class Problems {

    private static final Logger LOG = Logger.getLogger("org.superbill.problem");
    private static final int SERVER_ERROR = 500;

    private Problems() {}

    /** The name of the problem that this exception is answered with, as the answer tells it: {@code claim-not-found}. */
    public static String nameOf(Throwable thrown) {
        return Diagnosis.of(thrown)
                .or(() -> Diagnosis.ofStatus(
                        thrown instanceof WebApplicationException answered
                                ? answered.getResponse().getStatus()
                                : SERVER_ERROR))
                .map(problem -> problem.type().slug())
                .orElse(KitProblem.MALFORMED_REQUEST.slug());
    }

    /** The problem that an exception is by itself; empty when it says no more than that something failed. */
    public static Optional<Problem> of(Throwable thrown) {
        return Diagnosis.of(thrown);
    }

    /**
     * The problem as {@code application/problem+json}, for those who answer without JAX-RS.
     *
     * @param instance the path of the request
     */
    public static String json(Problem problem, String instance) {
        var json = new JsonObject()
                .put("type", problem.type().uri().toString())
                .put("title", problem.type().title())
                .put("status", problem.type().status())
                .put("detail", problem.getDetail())
                .put("instance", instance);
        if (!problem.errors().isEmpty()) {
            var errors = problem.errors().stream()
                    .map(error -> new JsonObject()
                            .put("pointer", error.pointer())
                            .put("code", error.code())
                            .put("message", error.message()))
                    .toList();
            json.put("errors", new JsonArray(errors));
        }
        return json.encode();
    }

    /** Answers a raw route with the problem, and reads no more of what the client may still be sending than it must. */
    public static void answer(RoutingContext context, Problem problem) {
        LOG.infof("%d %s", problem.type().status(), problem.type().slug());
        var response = context.response();
        problem.getHeaders().forEach((name, value) -> response.putHeader(name, String.valueOf(value)));
        UnreadBody.discard(context);
        response.setStatusCode(problem.type().status())
                .putHeader("Content-Type", HttpProblem.MEDIA_TYPE.toString())
                .end(json(problem, context.request().path()))
                .onFailure(gone -> LOG.debug("The client did not wait for its answer"));
    }
}
