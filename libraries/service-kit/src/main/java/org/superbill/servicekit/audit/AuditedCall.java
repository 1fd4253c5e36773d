package org.superbill.servicekit.audit;

import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
 * @param given what its body names
 * @param answer what its answer names
 */
record AuditedCall(
        Method method,
        String action,
        String entityType,
        @Nullable String location,
        Named given,
        Named answer) {

    private static final String OF_A_PATIENT = "patient";

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
                        null,
                        Named.in(null),
                        Named.in(null)));
    }

    static AuditedCall of(InvocationContext call, @Nullable Object result) {
        var audited = of(call.getMethod()).orElseThrow();
        return new AuditedCall(
                audited.method(),
                audited.action(),
                audited.entityType(),
                result instanceof RestResponse<?> response ? response.getHeaderString("Location") : null,
                Named.in(bodies(call)),
                Named.in(result));
    }

    private static List<Object> bodies(InvocationContext call) {
        return Arrays.stream(call.getParameters())
                .filter(Record.class::isInstance)
                .toList();
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

    /** The patients whom the call names itself: it asks for what is theirs, its body or its answer says whose it is, or it is about patients. */
    Set<UUID> patients(ResteasyReactiveRequestContext request) {
        var asked = Stream.concat(
                RequestParameters.paths(method)
                        .filter(Named.PATIENT::equals)
                        .map(name -> request.getPathParameter(name, false)),
                queries().filter(Named.PATIENT::equals).map(name -> request.getQueryParameter(name, true, false)));
        var itself = entityType.equals(OF_A_PATIENT) ? Stream.ofNullable(entityId(request)) : Stream.<String>empty();
        var patients = Stream.concat(ids(asked), itself)
                .map(UUID::fromString)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        patients.addAll(given.patients());
        patients.addAll(answer.patients());
        return patients;
    }

    /**
     * The ids that are somebody's perhaps: what the body and the answer name without saying whose it is, and what stands in the path where the answer says nobody. That
     * a body does counts for nothing there: it may say another than whose the thing in the path is.
     */
    Set<UUID> others(ResteasyReactiveRequestContext request) {
        var others = new LinkedHashSet<>(answer.others());
        others.addAll(given.others());
        if (answer.patients().isEmpty()) {
            var path = RequestParameters.paths(method).map(name -> request.getPathParameter(name, false));
            ids(Stream.concat(path, queries().map(name -> request.getQueryParameter(name, true, false))))
                    .map(UUID::fromString)
                    .forEach(others::add);
            Optional.ofNullable(entityId(request)).map(UUID::fromString).ifPresent(others::add);
        }
        others.removeAll(patients(request));
        return others;
    }

    private static Optional<String> last(Stream<String> texts) {
        return ids(texts).reduce((first, last) -> last);
    }

    private Stream<String> queries() {
        return RequestParameters.queries(method)
                .map(RequestParameters.Query::name)
                .sorted(Comparator.comparing(name -> !name.equals(Named.PATIENT)));
    }

    private static Stream<String> ids(Stream<? extends @Nullable Object> texts) {
        return texts.filter(String.class::isInstance)
                .flatMap(text -> Ids.read(text.toString()).stream())
                .map(UUID::toString);
    }
}
