package org.superbill.servicekit.audit;

import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * What a call of a resource method was about.
 *
 * @param action the operation's id in the OpenAPI document
 * @param location of what was made, else null
 */
record AuditedCall(
        String action, String entityType, @Nullable String location) {

    private static final Pattern UUID_SEGMENT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /** Empty when the method is of no audited resource. */
    static Optional<AuditedCall> of(Method method) {
        var operation = method.getAnnotation(Operation.class);
        var own = method.getAnnotation(Audited.class);
        var audited = own == null ? method.getDeclaringClass().getAnnotation(Audited.class) : own;
        return Optional.ofNullable(audited)
                .map(kind -> new AuditedCall(
                        operation == null || operation.operationId().isEmpty()
                                ? method.getName()
                                : operation.operationId(),
                        kind.value(),
                        null));
    }

    static AuditedCall of(InvocationContext call, @Nullable Object result) {
        var audited = of(call.getMethod()).orElseThrow();
        return new AuditedCall(
                audited.action(),
                audited.entityType(),
                result instanceof RestResponse<?> response ? response.getHeaderString("Location") : null);
    }

    /**
     * The last id in the address of what was made, else in the request's own; a list of what belongs to a patient has the patient's,
     * whether it stands in the path or in the query.
     */
    @Nullable
    String entityId(String path, @Nullable String query) {
        return Stream.of(location, path, query)
                .map(AuditedCall::lastId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String lastId(@Nullable String address) {
        return address == null
                ? null
                : UUID_SEGMENT
                        .matcher(address)
                        .results()
                        .map(MatchResult::group)
                        .reduce((first, last) -> last)
                        .orElse(null);
    }
}
