package org.superbill.servicekit.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import java.util.List;

/**
 * Something that a caller can act on, thrown from anywhere and answered as an RFC 9457 problem. Throwing it rolls the
 * transaction back. Its texts never quote patient data or the value that was sent.
 */
public final class Problem extends HttpProblem {

    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient List<FieldError> errors;

    /** @param detail what is wrong this time, a sentence */
    public Problem(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    /** @param errors the fields at fault; answered as {@code errors[]} */
    public Problem(ProblemType type, String detail, List<FieldError> errors) {
        this(type, List.copyOf(errors), builder(type, detail, errors));
    }

    /** A problem with one field. */
    public Problem(ProblemType type, String detail, FieldError error) {
        this(type, detail, List.of(error));
    }

    private Problem(ProblemType type, List<FieldError> errors, Builder builder) {
        super(builder);
        this.type = type;
        this.errors = errors;
    }

    /** A problem that goes away by itself: answered with {@code Retry-After}. */
    public static Problem retryAfter(ProblemType type, String detail, Duration wait) {
        return new Problem(
                type,
                List.of(),
                builder(type, detail, List.of()).withHeader("Retry-After", Math.max(1, wait.toSeconds())));
    }

    public ProblemType type() {
        return type;
    }

    public List<FieldError> errors() {
        return errors;
    }

    private static Builder builder(ProblemType type, String detail, List<FieldError> errors) {
        var builder = HttpProblem.builder()
                .withType(type.uri())
                .withTitle(type.title())
                .withStatus(type.status())
                .withDetail(detail);
        return errors.isEmpty() ? builder : builder.with("errors", List.copyOf(errors));
    }
}
