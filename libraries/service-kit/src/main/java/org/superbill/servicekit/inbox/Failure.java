package org.superbill.servicekit.inbox;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.persistence.QueryTimeoutException;
import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.problem.Problem;

/** What a failed attempt to apply an event, or another thing that comes from outside, means. */
public enum Failure {
    /** What it needs is not there yet. */
    WAITS,
    /** The database is away, the service is not ready yet, or somebody was faster: the same attempt may succeed. */
    PASSES,
    /** The event and this service do not fit, however often it is tried. */
    FOR_GOOD,
    /** A fault of the code, or of something around it that we do not know. */
    UNCLEAR;

    /**
     * Classes of SQLSTATE: connection, transaction rollback, insufficient resources, operator intervention (shutdown), system
     * error. Source: PostgreSQL 17, appendix A.
     */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57", "58");

    /** What a caller would be told to come again for. */
    private static final int NOT_NOW = 503;

    private static final Set<String> PASSING_STATES =
            Set.of("55P03", "25006"); // lock not available; a standby's refusal

    /** Looks at the causes too. */
    public static Failure of(Throwable failure) {
        if (chain(failure).anyMatch(Failure::passes)) {
            return PASSES;
        }
        if (find(failure, NotYet.class) != null) {
            return WAITS;
        }
        var isForGood = chain(failure)
                .anyMatch(cause -> cause instanceof CannotApply
                        || cause instanceof UnreadableEnvelope
                        || cause instanceof Problem
                        || cause instanceof IllegalArgumentException
                        || cause instanceof ConstraintViolationException);
        return isForGood ? FOR_GOOD : UNCLEAR;
    }

    static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
        return chain(failure)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    /** For the listing and for logs: texts that we know to be free of patient data, else the place in our code. */
    static String describe(Throwable failure) {
        return chain(failure)
                .flatMap(cause -> knownText(cause).stream())
                .findFirst()
                .orElseGet(() -> {
                    var root = chain(failure).reduce((outer, inner) -> inner).orElse(failure);
                    return root.getClass().getSimpleName() + " at " + placeOf(root);
                });
    }

    /** Where it happened, for the log: classes and lines, but no messages, which may quote the event's data. */
    static String trace(Throwable failure) {
        return chain(failure)
                .map(cause -> cause.getClass().getName()
                        + Stream.of(cause.getStackTrace())
                                .limit(30)
                                .map(frame -> "\n    at " + frame)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n  caused by "));
    }

    private static Optional<String> knownText(Throwable cause) {
        if (cause instanceof CannotApply || cause instanceof UnreadableEnvelope) {
            return Optional.ofNullable(cause.getMessage());
        }
        if (cause instanceof Problem problem) {
            return Optional.of(problem.type().name() + ": " + problem.getDetail());
        }
        if (cause instanceof ConstraintViolationException invalid) {
            return Optional.of(invalid.getConstraintViolations().stream()
                    .map(violation -> violation.getPropertyPath().toString())
                    .sorted()
                    .collect(Collectors.joining(", ", "Not valid: ", "")));
        }
        return Optional.empty();
    }

    private static String placeOf(Throwable failure) {
        return Stream.of(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.superbill."))
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse("an unknown place");
    }

    private static boolean passes(Throwable cause) {
        return cause instanceof SQLException sql && passes(sql)
                || cause instanceof OptimisticLockException
                || cause instanceof PessimisticLockException
                || cause instanceof LockTimeoutException
                || cause instanceof QueryTimeoutException
                || cause instanceof TryAgain
                || cause instanceof Problem problem && problem.type().status() == NOT_NOW
                || cause instanceof InterruptedException
                || cause instanceof InterruptException;
    }

    private static boolean passes(SQLException failure) {
        var state = failure.getSQLState();
        return state == null // the pool's own: no connection in time
                || PASSING_STATES.contains(state)
                || state.length() == 5 && PASSING_CLASSES.contains(state.substring(0, 2));
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(50);
    }
}
