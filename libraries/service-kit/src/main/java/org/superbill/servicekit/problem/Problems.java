package org.superbill.servicekit.problem;

import jakarta.ws.rs.WebApplicationException;

/** What exceptions mean to callers, for those who have to write it down. */
public final class Problems {

    private static final int SERVER_ERROR = 500;

    private Problems() {}

    /** The name of the problem that this exception is answered with, {@code CLAIM_STALE}. */
    public static String nameOf(Throwable thrown) {
        return Diagnosis.of(thrown)
                .or(() -> Diagnosis.ofStatus(
                        thrown instanceof WebApplicationException answered
                                ? answered.getResponse().getStatus()
                                : SERVER_ERROR))
                .map(problem -> problem.type().name())
                .orElse(KitProblem.MALFORMED_REQUEST.name());
    }
}
