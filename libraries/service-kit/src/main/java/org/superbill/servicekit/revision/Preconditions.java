package org.superbill.servicekit.revision;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** A change that does not say which revision it changes is refused before anything else of it is read, whatever it is sent to. */
@Provider
@Singleton
public class Preconditions implements ContainerRequestFilter {
    private final Map<Method, Boolean> demanded = new ConcurrentHashMap<>();

    @Override
    public void filter(ContainerRequestContext request) {
        var method = CurrentRequestManager.get().getTarget().getLazyMethod().getMethod();
        if (demanded.computeIfAbsent(method, Preconditions::isDemanded)) {
            var tag = request.getHeaderString(HttpHeaders.IF_MATCH);
            if (tag == null || tag.isBlank()) {
                throw Revision.missing();
            }
        }
    }

    private static boolean isDemanded(Method method) {
        return Arrays.stream(method.getParameters())
                .anyMatch(parameter ->
                        parameter.getType() == Revision.class && !parameter.isAnnotationPresent(IfStored.class));
    }
}
