package org.superbill.servicekit.problem;

import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;

/** Which methods an address knows, for the header {@code Allow} that an answer 405 must have. Source: RFC 9110, section 15.5.6. */
final class AllowedMethods {
    private AllowedMethods() {}

    /** In alphabetical order, {@code GET, HEAD, OPTIONS, POST}: several resources may share the address. */
    static String of(ResteasyReactiveRequestContext request) {
        var path = request.getPathWithoutPrefix();
        var resources = new RequestMapper<>(request.getDeployment().getClassMappers());
        var methods = new TreeSet<String>();
        for (var match = resources.map(path); match != null; match = resources.continueMatching(path, match)) {
            for (var handler : match.value.handlers) {
                if (handler instanceof ClassRoutingHandler routing) {
                    var rest = match.remaining.isEmpty() ? "/" : match.remaining;
                    routing.getMappers().forEach((method, paths) -> {
                        if (method != null && paths.map(rest) != null) {
                            methods.add(method);
                        }
                    });
                }
            }
        }
        methods.add("OPTIONS");
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return String.join(", ", methods);
    }
}
