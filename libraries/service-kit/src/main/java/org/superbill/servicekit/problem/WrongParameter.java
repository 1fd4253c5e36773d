package org.superbill.servicekit.problem;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.NotFoundException;
import java.util.Optional;

/**
 * A parameter that is not of its type. JAX-RS answers 404 for it, which is right for an id in the path, but a query parameter
 * of the wrong form is a mistake to be told.
 */
final class WrongParameter {

    private WrongParameter() {}

    static Optional<Problem> problem(Throwable thrown) {
        if (!(thrown instanceof NotFoundException) || thrown.getCause() == null || !hasQuery()) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                KitProblem.VALIDATION_FAILED,
                "A parameter is not valid",
                new FieldError(
                        "?",
                        "wrong-type",
                        "A parameter of the query does not have the form that the API's description names")));
    }

    private static boolean hasQuery() {
        var container = Arc.container();
        if (container == null || !container.requestContext().isActive()) {
            return false;
        }
        var current = container.instance(CurrentVertxRequest.class).get().getCurrent();
        return current != null && current.request().query() != null;
    }
}
