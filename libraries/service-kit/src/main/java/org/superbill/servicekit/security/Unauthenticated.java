package org.superbill.servicekit.security;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;
import org.superbill.servicekit.problem.Problems;

/** Answers 401 in the place of the problem library's mappers, which were built against an older Quarkus and fail with this one. */
final class Unauthenticated {

    private static final HttpProblem PROBLEM = HttpProblem.builder()
            .withStatus(401)
            .withHeader("WWW-Authenticate", "Bearer")
            .build();

    private Unauthenticated() {}

    /** There is no token. */
    @Provider
    @Priority(1)
    public static class Missing extends ExceptionMapperBase<UnauthorizedException> {
        @Override
        protected HttpProblem toProblem(UnauthorizedException e) {
            return PROBLEM;
        }
    }

    /** There is one, and it is not valid; or nobody can say, while the issuer's keys cannot be fetched. */
    @Provider
    @Priority(1)
    public static class NotValid extends ExceptionMapperBase<AuthenticationFailedException> {
        @Override
        protected HttpProblem toProblem(AuthenticationFailedException e) {
            return Problems.of(e).map(HttpProblem.class::cast).orElse(PROBLEM);
        }
    }
}
