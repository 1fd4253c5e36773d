package org.superbill.servicekit.audit;

import jakarta.interceptor.InvocationContext;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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

    static AuditedCall of(InvocationContext call, @Nullable Object result) {
        var method = call.getMethod();
        var operation = method.getAnnotation(Operation.class);
        var audited = method.getAnnotation(Audited.class);
        return new AuditedCall(
                operation == null || operation.operationId().isEmpty() ? method.getName() : operation.operationId(),
                (audited == null ? method.getDeclaringClass().getAnnotation(Audited.class) : audited).value(),
                result instanceof RestResponse<?> response ? response.getHeaderString("Location") : null);
    }

    /** The last id in the address of what was made, else in the request's own; a list of what belongs to a patient has the patient's. */
    @Nullable
    String entityId(String path) {
        var made = lastId(location);
        return made == null ? lastId(path) : made;
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
