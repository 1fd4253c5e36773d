package org.superbill.servicekit.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** The answers of an operation that are problems: one form, whoever has described when they come. */
final class ProblemAnswers {
    private static final String DEFAULT = "default";

    /** Those that may say when to come again: a request with the same key is still running, too many requests, something is away. */
    private static final Set<String> PASSING = Set.of("429", "503", DEFAULT);

    /** What the generator writes where nobody has described the answer. */
    private static final Set<String> NOT_DESCRIBED = Set.of("Bad Request", "Not Authorized", "Not Allowed");

    private ProblemAnswers() {}

    static void describe(APIResponses responses, boolean writes, boolean isKeyNeeded, boolean takesRevision) {
        for (var status : always(writes, isKeyNeeded, takesRevision)) {
            if (!responses.hasAPIResponse(status)) {
                responses.addAPIResponse(status, OASFactory.createAPIResponse());
            }
        }
        for (var status : List.copyOf(responses.getAPIResponses().keySet())) {
            if (isProblem(status)) {
                var passing = PASSING.contains(status) || isKeyNeeded && status.equals("409");
                responses.addAPIResponse(status, problem(responses.getAPIResponse(status), passing));
            }
        }
    }

    private static List<String> always(boolean writes, boolean isKeyNeeded, boolean takesRevision) {
        var statuses = new ArrayList<>(List.of("401", "403"));
        if (writes) {
            statuses.add("400");
        }
        if (isKeyNeeded) {
            statuses.addAll(List.of("409", "422"));
        }
        if (takesRevision) {
            statuses.addAll(List.of("412", "428"));
        }
        statuses.add(DEFAULT);
        return statuses;
    }

    private static APIResponse problem(APIResponse said, boolean passing) {
        var description = said.getDescription();
        if (description == null || description.isBlank() || NOT_DESCRIBED.contains(description)) {
            return OASFactory.createAPIResponse()
                    .ref("#/components/responses/" + (passing ? "PassingProblem" : "Problem"));
        }
        var described = CommonParts.describedProblem(description);
        return passing
                ? described.addHeader(CommonParts.RETRY_AFTER, CommonParts.reference(CommonParts.RETRY_AFTER))
                : described;
    }

    private static boolean isProblem(String status) {
        return status.equals(DEFAULT) || status.startsWith("4") || status.startsWith("5");
    }
}
