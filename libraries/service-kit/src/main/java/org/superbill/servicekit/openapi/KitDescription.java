package org.superbill.servicekit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.jboss.jandex.IndexView;

/**
 * Adds to each service's description what the kit does for all of them. What an operation demands is read from the annotations that
 * the kit goes by when it is called, so that the document cannot say something else.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class KitDescription implements OASFilter {
    private static final Set<HttpMethod> WRITES =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private final Map<String, ResourceMethod> methods;
    private final AnswerFields answerFields;

    public KitDescription(IndexView index) {
        methods = ResourceMethod.all(index);
        answerFields = new AnswerFields(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = document.getComponents() == null ? OASFactory.createComponents() : document.getComponents();
        CommonParts.addTo(components);
        document.setComponents(components);
        if (document.getPaths() != null) {
            var answers = new AnswerHeaders(document, methods);
            document.getPaths()
                    .getPathItems()
                    .forEach((path, item) -> item.getOperations()
                            .forEach((http, operation) -> describe(path, http, operation, answers)));
        }
        // of the library that makes problems; nothing points to them any more
        components.removeSchema("HttpProblem");
        components.removeSchema("HttpValidationProblem");
        CommonParts.replaceTrees(components);
        answerFields.describe(document);
    }

    private void describe(String path, HttpMethod http, Operation operation, AnswerHeaders answers) {
        var responses = operation.getResponses() == null ? OASFactory.createAPIResponses() : operation.getResponses();
        operation.setResponses(responses);
        var method = methods.get(String.valueOf(operation.getOperationId()));
        var writes = WRITES.contains(http);
        if (method == null) { // hidden from the index, or nobody has named it
            ProblemAnswers.describe(responses, writes, false, false);
            return;
        }
        var isKeyNeeded = writes && method.isIdempotent();
        if (isKeyNeeded) {
            operation.addParameter(OASFactory.createParameter().ref("#/components/parameters/IdempotencyKey"));
        }
        if (method.takesRevision()) {
            describeIfMatch(operation, method.needsRevision());
        }
        if (method.permissions().isEmpty()) {
            operation.setSecurity(List.of()); // nobody is asked who they are
        }
        Permission.describe(operation, method.permissions());
        ProblemAnswers.describe(responses, writes, isKeyNeeded, method.takesRevision());
        answers.describe(path, http, operation, method, writes && method.isAnswerKept());
    }

    private static void describeIfMatch(Operation operation, boolean needed) {
        operation.getParameters().stream()
                .filter(parameter -> "If-Match".equals(parameter.getName()))
                .forEach(parameter -> parameter
                        .required(needed)
                        .description(
                                needed
                                        ? "The ETag that was read"
                                        : "The ETag that was read; the first entry, which changes nothing, has none"));
    }
}
