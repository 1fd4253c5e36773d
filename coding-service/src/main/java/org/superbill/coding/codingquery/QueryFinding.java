package org.superbill.coding.codingquery;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a rule has to say of a question.
 *
 * @param rule its id, e.g. {@code query-mentions-payment}
 * @param severity whether it keeps the question from being sent
 * @param pointer JSON Pointer into the question's text
 * @param message what is wrong
 * @param fix what to do about it
 * @param source who says so
 */
@Schema(name = "CodingQueryFinding")
record QueryFinding(String rule, QuerySeverity severity, String pointer, String message, String fix, String source) {
    QueryFinding {
        severity = severity == null ? QuerySeverity.ERROR : severity; // stored before there were others
    }

    boolean isOpen(List<QueryAcknowledgement> acknowledgements) {
        return switch (severity) {
            case ERROR -> true;
            case WARNING -> acknowledgements.stream().noneMatch(acknowledgement -> acknowledgement.isOf(this));
            case NOTE -> false;
        };
    }
}
