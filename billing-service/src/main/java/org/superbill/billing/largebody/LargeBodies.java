package org.superbill.billing.largebody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;

/**
 * Files of payers are whole in memory while they are taken and while they are given back, and each may be 64 MiB: so many requests with
 * bodies over 1 MiB are served at a time, and the next is asked to come again.
 */
@Provider
@ApplicationScoped
public class LargeBodies implements ContainerRequestFilter {
    private static final long LARGE = 1 << 20;
    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    private final Semaphore places;

    LargeBodies(@ConfigProperty(name = "superbill.http.large-bodies") int most) {
        this.places = new Semaphore(most);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (mayBeLarge(request)) {
            takePlace();
        }
    }

    /** One whose length is not told may be; JSON has a limit of its own. */
    private static boolean mayBeLarge(ContainerRequestContext request) {
        var type = request.getMediaType();
        if (type != null && type.getSubtype().endsWith("json")) {
            return false;
        }
        var length = request.getHeaderString("Content-Length");
        return length == null ? request.getHeaderString("Transfer-Encoding") != null : Long.parseLong(length) > LARGE;
    }

    /**
     * The answer of the current request has a body of this size.
     *
     * @throws Problem {@code UNAVAILABLE} with {@code Retry-After} when it is large and there is no place for it
     */
    public void answers(long sizeBytes) {
        if (sizeBytes > LARGE) {
            takePlace();
        }
    }

    /** Until the answer is sent, or the request has failed. */
    private void takePlace() {
        if (!places.tryAcquire()) {
            throw Problem.retryAfter(
                    KitProblem.UNAVAILABLE, "As many large bodies as there is memory for are on their way", COME_AGAIN);
        }
        CurrentRequestManager.get().registerCompletionCallback(failure -> places.release());
    }
}
