package org.superbill.servicekit.openapi;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * The headers of answers that are no problems. Which of them have an ETag or a Location follows from how the house builds its addresses;
 * where it does not, the operation describes the header itself. A test of each service compares both with what its methods write.
 */
final class AnswerHeaders {
    private static final Set<HttpMethod> OF_ONE_THING = Set.of(HttpMethod.GET, HttpMethod.PUT);
    private static final String JSON = "application/json";

    private final OpenAPI document;
    private final Map<String, ResourceMethod> methods;

    AnswerHeaders(OpenAPI document, Map<String, ResourceMethod> methods) {
        this.document = document;
        this.methods = methods;
    }

    void describe(String path, HttpMethod http, Operation operation, ResourceMethod method, boolean isKept) {
        var answers = operation.getResponses().getAPIResponses();
        var whatIsMade = answers.containsKey("201") ? whatIsRead(path) : null;
        answers.forEach((status, answer) -> {
            if (!status.startsWith("2")) {
                return;
            }
            add(answer, CommonParts.REQUEST_ID);
            if (isKept) {
                add(answer, CommonParts.REPLAYED);
            }
            if (whatIsMade != null) {
                add(answer, CommonParts.LOCATION);
            }
            if (method.hasHeaders()
                    && isJson(answer)
                    && (OF_ONE_THING.contains(http)
                            || method.takesRevision()
                            || hasRevision(answer)
                            || whatIsMade != null && hasTag(whatIsMade))) {
                add(answer, CommonParts.ETAG);
            }
        });
    }

    /** The operation that reads one of the things of a collection; null when none does. */
    private @Nullable Operation whatIsRead(String collection) {
        return document.getPaths().getPathItems().entrySet().stream()
                .filter(item -> item.getKey().startsWith(collection + "/{")
                        && item.getKey().indexOf('/', collection.length() + 1) < 0
                        && item.getValue().getGET() != null)
                .map(item -> item.getValue().getGET())
                .findFirst()
                .orElse(null);
    }

    private boolean hasTag(Operation read) {
        var method = methods.get(String.valueOf(read.getOperationId()));
        return method != null && method.hasHeaders();
    }

    private static boolean isJson(APIResponse answer) {
        return answer.getContent() != null && answer.getContent().hasMediaType(JSON);
    }

    private boolean hasRevision(APIResponse answer) {
        var schema = answer.getContent().getMediaType(JSON).getSchema();
        var reference = schema == null ? null : schema.getRef();
        var schemas = document.getComponents().getSchemas();
        if (reference == null || schemas == null) {
            return false;
        }
        var named = schemas.get(reference.substring(reference.lastIndexOf('/') + 1));
        return named != null
                && named.getProperties() != null
                && named.getProperties().containsKey("revision");
    }

    private static void add(APIResponse answer, String header) {
        if (answer.getHeaders() == null || !answer.getHeaders().containsKey(header)) {
            answer.addHeader(header, CommonParts.reference(header));
        }
    }
}
