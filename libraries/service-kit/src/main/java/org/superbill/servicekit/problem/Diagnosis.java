package org.superbill.servicekit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out which problem an exception is. It never takes over an exception's own text: that may quote what was sent, or SQL. */
final class Diagnosis {

    private static final int LONGEST_CHAIN = 20;

    /** What a request's body is read through; what it throws is the client's doing. */
    private static final String BODY = "org.jboss.resteasy.reactive.server.vertx.VertxInputStream";

    /** Deadlock, serialization failure, lock or statement not available in time, the server shutting down or starting, too many clients. */
    private static final Set<String> PASSING_STATES =
            Set.of("40001", "40P01", "55P03", "57014", "57P01", "57P02", "57P03", "53300");

    private Diagnosis() {}

    /** Empty when the exception alone does not say; the status of the answer then does. */
    static Optional<Problem> of(Throwable thrown) {
        var chain = chain(thrown);
        return first(chain, Problem.class)
                .or(() -> first(chain, ConstraintViolationException.class).map(Violations::problem))
                .or(() -> first(chain, JsonProcessingException.class).map(UnreadableJson::problem))
                .or(() -> first(chain, OptimisticLockException.class)
                        .map(e -> new Problem(KitProblem.STALE, "Another change came first")))
                .or(() -> first(chain, SQLException.class).flatMap(Diagnosis::ofDatabase))
                .or(() -> brokenOff(chain))
                .or(() -> keysAway(chain))
                .or(() -> unreadableMediaType(chain));
    }

    /** The kit's problem for a status that the HTTP layer has decided on. */
    static Optional<Problem> ofStatus(int status) {
        return switch (status) {
            case 400 -> plain(KitProblem.MALFORMED_REQUEST, "The body, a header or a parameter does not have its form");
            case 401 -> plain(KitProblem.UNAUTHENTICATED, "A valid bearer token is needed");
            case 403 -> plain(KitProblem.FORBIDDEN, "The token does not permit this operation");
            case 404 -> plain(KitProblem.NOT_FOUND, "Nothing is found at this address");
            case 405 -> plain(KitProblem.METHOD_NOT_ALLOWED, "Another method is needed here");
            case 406 -> plain(KitProblem.NOT_ACCEPTABLE, "The Accept header names none of the forms available here");
            case 413 -> plain(KitProblem.BODY_TOO_LARGE, "The body is over the limit");
            case 415 -> plain(KitProblem.UNSUPPORTED_MEDIA_TYPE, "The Content-Type is none of those accepted here");
            default ->
                status >= 500
                        ? plain(
                                KitProblem.INTERNAL_ERROR,
                                "The service's log has the cause under this answer's X-Request-Id")
                        : Optional.empty();
        };
    }

    private static Optional<Problem> ofDatabase(SQLException e) {
        var state = e.getSQLState();
        if (state == null) { // the pool's own: no connection came free in time
            return e.getClass() == SQLException.class ? Optional.of(unavailable()) : Optional.empty();
        }
        if (state.startsWith("08") || PASSING_STATES.contains(state)) {
            return Optional.of(unavailable());
        }
        return switch (state) {
            case "23505", "23P01" -> plain(KitProblem.CONFLICT, "The same is there already");
            case "22008", "22021", "22P05" -> // a date beyond the database's, a NUL, a character that it cannot store
                plain(KitProblem.MALFORMED_REQUEST, "A text or a date in the request cannot be stored");
            case "23503" -> plain(KitProblem.CONFLICT, "Something that this refers to is not there, or still in use");
            default -> Optional.empty();
        };
    }

    private static Problem unavailable() {
        return Problem.retryAfter(
                KitProblem.UNAVAILABLE, "The database is busy or away; nothing was changed", Duration.ofSeconds(1));
    }

    /** Nobody hears this; but it is no failure of the service, and must not be logged as one. */
    private static Optional<Problem> brokenOff(List<Throwable> chain) {
        return chain.stream()
                        .filter(IOException.class::isInstance)
                        .flatMap(e -> Arrays.stream(e.getStackTrace()).limit(1))
                        .anyMatch(frame -> frame.getClassName().startsWith(BODY))
                ? plain(KitProblem.MALFORMED_REQUEST, "The connection ended, or was silent, before the body was there")
                : Optional.empty();
    }

    /** RESTEasy reads {@code Accept} with this class and lets its exception through. */
    private static Optional<Problem> unreadableMediaType(List<Throwable> chain) {
        return chain.stream()
                        .filter(IllegalArgumentException.class::isInstance)
                        .flatMap(e -> Arrays.stream(e.getStackTrace()).limit(3))
                        .anyMatch(frame -> frame.getClassName().endsWith(".MediaTypeHeaderDelegate"))
                ? plain(KitProblem.NOT_ACCEPTABLE, "The Accept header is not a list of media types")
                : Optional.empty();
    }

    /** A token that could not be checked is not a wrong one: the caller must not throw it away. */
    private static Optional<Problem> keysAway(List<Throwable> chain) {
        return first(chain, AuthenticationFailedException.class)
                .flatMap(refused -> first(chain, IOException.class))
                .map(e -> Problem.retryAfter(
                        KitProblem.UNAVAILABLE,
                        "The keys of the token's issuer cannot be fetched at the moment",
                        Duration.ofSeconds(1)));
    }

    private static Optional<Problem> plain(KitProblem type, String detail) {
        return Optional.of(new Problem(type, detail));
    }

    private static <T> Optional<T> first(List<Throwable> chain, Class<T> type) {
        return chain.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    private static List<Throwable> chain(Throwable thrown) {
        var chain = new ArrayList<Throwable>();
        for (var e = thrown; e != null && chain.size() < LONGEST_CHAIN; e = e.getCause()) {
            chain.add(e);
        }
        return chain;
    }
}
