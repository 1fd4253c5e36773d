package org.superbill.gateway.proxy;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.smallrye.jwt.runtime.auth.JWTAuthMechanism;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Set;
import org.superbill.servicekit.problem.KitProblem;

/** Quarkus' own check of the token, with a challenge that has a body: what is refused here is refused as a problem. */
@Alternative
@Priority(1)
@ApplicationScoped
class Authentication implements HttpAuthenticationMechanism {

    private final JWTAuthMechanism tokens;

    Authentication(JWTAuthMechanism tokens) {
        this.tokens = tokens;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        return tokens.authenticate(context, providers)
                .invoke(identity -> context.put(HttpAuthenticationMechanism.class.getName(), this))
                .onFailure()
                .invoke(failure -> context.put(HttpAuthenticationMechanism.class.getName(), this));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return tokens.getChallenge(context);
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        var given = context.request().getHeader("Authorization") != null;
        context.response().putHeader("WWW-Authenticate", given ? "Bearer error=\"invalid_token\"" : "Bearer");
        new RawProblem(
                        KitProblem.UNAUTHENTICATED,
                        given ? "The token in Authorization is not accepted" : "There is no token in Authorization")
                .send(context);
        return Uni.createFrom().item(true);
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
