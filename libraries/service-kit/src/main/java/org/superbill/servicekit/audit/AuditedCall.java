package org.superbill.servicekit.audit;

import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.problem.RequestParameters;

/**
 * What a call of a resource method was about.
 *
 * @param method of the resource
 * @param action the operation's id in the OpenAPI document
 * @param location of what was made, else null
 */
record AuditedCall(
        Method method,
        String action,
        String entityType,
        @Nullable String location) {

    /** Of the ids that a list is asked for with, the one that counts most. */
    private static final String PATIENT = "patientId";

    /** Empty when the method is of no audited resource. */
    static Optional<AuditedCall> of(Method method) {
        var operation = method.getAnnotation(Operation.class);
        var own = method.getAnnotation(Audited.class);
        var audited = own == null ? method.getDeclaringClass().getAnnotation(Audited.class) : own;
        return Optional.ofNullable(audited)
                .map(kind -> new AuditedCall(
                        method,
                        operation == null || operation.operationId().isEmpty()
                                ? method.getName()
                                : operation.operationId(),
                        kind.value(),
                        null));
    }

    static AuditedCall of(InvocationContext call, @Nullable Object result) {
        var audited = of(call.getMethod()).orElseThrow();
        return new AuditedCall(
                audited.method(),
                audited.action(),
                audited.entityType(),
                result instanceof RestResponse<?> response ? response.getHeaderString("Location") : null);
    }

    /**
     * The id of what was made, else the last one in the request's path; a list of what belongs to a patient has the patient's, whether it stands in the path
     * or in the query. Only what the method takes counts, decoded as the method reads it: a client may write one id in several ways, and others
     * beside it, that say nothing of what was read.
     */
    @Nullable
    String entityId(ResteasyReactiveRequestContext request) {
        return last(location == null ? Stream.empty() : Stream.of(location.split("/")))
                .or(() -> last(RequestParameters.paths(method).map(name -> request.getPathParameter(name, false))))
                .or(() -> ids(queries().map(name -> request.getQueryParameter(name, true, false)))
                        .findFirst())
                .orElse(null);
    }

    private static Optional<String> last(Stream<String> texts) {
        return ids(texts).reduce((first, last) -> last);
    }

    private Stream<String> queries() {
        return RequestParameters.queries(method)
                .map(RequestParameters.Query::name)
                .sorted(Comparator.comparing(name -> !name.equals(PATIENT)));
    }

    private static Stream<String> ids(Stream<? extends @Nullable Object> texts) {
        return texts.filter(String.class::isInstance)
                .flatMap(text -> Ids.read(text.toString()).stream())
                .map(UUID::toString);
    }
}
