package org.superbill.gateway.proxy;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** How many requests each caller has under way in this gateway: no caller may take all threads of a service for itself. */
@ApplicationScoped
class Callers {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final GatewaySettings settings;
    private final Map<String, Integer> requests = new ConcurrentHashMap<>();
    private final Map<String, Integer> files = new ConcurrentHashMap<>();

    Callers(GatewaySettings settings) {
        this.settings = settings;
    }

    /** @return whether the request may go on; otherwise it is answered */
    boolean admit(RoutingContext context, boolean isFile) {
        var caller = caller(context);
        if (caller.isEmpty()) {
            return true;
        }
        if (!enter(requests, caller, settings.requestsPerCaller())) {
            return refuse(context, "requests", settings.requestsPerCaller());
        }
        context.addEndHandler(ended -> leave(requests, caller));
        if (isFile && !enter(files, caller, settings.filesPerCaller())) {
            return refuse(context, "files", settings.filesPerCaller());
        }
        if (isFile) {
            context.addEndHandler(ended -> leave(files, caller));
        }
        return true;
    }

    private static boolean enter(Map<String, Integer> underWay, String caller, int most) {
        var entered = new boolean[1];
        underWay.compute(caller, (who, now) -> {
            var before = now == null ? 0 : now;
            entered[0] = before < most;
            return entered[0] ? before + 1 : before;
        });
        return entered[0];
    }

    private static void leave(Map<String, Integer> underWay, String caller) {
        underWay.computeIfPresent(caller, (who, now) -> now == 1 ? null : now - 1);
    }

    private static boolean refuse(RoutingContext context, String what, int most) {
        new RawProblem(
                        GatewayProblem.TOO_MANY_REQUESTS,
                        "A caller may have %d %s under way at once".formatted(most, what),
                        SOON)
                .send(context);
        return false;
    }

    private static String caller(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user
                        && user.getSecurityIdentity().getPrincipal() instanceof JsonWebToken token
                ? token.<Object>getClaim("organization") + " " + token.getSubject()
                : "";
    }
}
