package org.superbill.gateway.proxy;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.smallrye.jwt.runtime.auth.JWTAuthMechanism;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.util.Set;
import java.util.function.BiConsumer;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problems;

/** Quarkus' own check of the token, with a challenge that has a body: what is refused here is refused as a problem. */
@Alternative
@Priority(1)
@ApplicationScoped
class Authentication implements HttpAuthenticationMechanism {

    private static final Duration KEYS_ARE_FETCHED_AGAIN = Duration.ofSeconds(1);

    private final JWTAuthMechanism tokens;

    Authentication(JWTAuthMechanism tokens) {
        this.tokens = tokens;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        // JAX-RS has put its own handler here, which knows nothing of what is only proxied
        BiConsumer<RoutingContext, Throwable> refuse = this::refuse;
        context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, refuse);
        return tokens.authenticate(context, providers);
    }

    private void refuse(RoutingContext context, Throwable failure) {
        var passing = Problems.of(failure);
        if (passing.isPresent()) {
            new RawProblem(passing.get().type(), String.valueOf(passing.get().getDetail()), KEYS_ARE_FETCHED_AGAIN)
                    .send(context);
        } else if (failure instanceof AuthenticationFailedException) {
            challenge(context);
        } else {
            context.fail(failure);
        }
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return tokens.getChallenge(context);
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        challenge(context);
        return Uni.createFrom().item(true);
    }

    private static void challenge(RoutingContext context) {
        if (context.response().ended()) {
            return;
        }
        var given = context.request().getHeader("Authorization") != null;
        context.response().putHeader("WWW-Authenticate", given ? "Bearer error=\"invalid_token\"" : "Bearer");
        new RawProblem(
                        KitProblem.UNAUTHENTICATED,
                        given ? "The token in Authorization is not accepted" : "There is no token in Authorization")
                .send(context);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return tokens.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return tokens.getCredentialTransport(context);
    }

    @Override
    public int getPriority() {
        return tokens.getPriority() + 1;
    }
}
