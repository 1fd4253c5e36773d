package org.superbill.servicekit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import io.quarkus.smallrye.jwt.runtime.auth.MpJwtValidator;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of tokens whose verifications are counted. */
class TokenBearersTest {
    private static final Instant LATER = Instant.now().plus(Duration.ofHours(1));

    private final Map<String, JsonWebToken> valid = new HashMap<>();
    private final TokenBearers bearers = new TokenBearers(new Verifier());
    private int verifications;

    @Test
    void aTokenIsVerifiedOnceForManyRequests() {
        valid.put("a", new Token("anna", Set.of("biller"), LATER));
        var first = authenticate("a");
        assertThat(first.getPrincipal().getName()).isEqualTo("anna");
        assertThat(authenticate("a")).isSameAs(first);
        assertThat(verifications).isEqualTo(1);
    }

    @Test
    void whatIsKnownOfOneTokenIsNotSaidOfAnother() {
        valid.put("a.b.c", new Token("anna", Set.of("biller"), LATER));
        valid.put("a.b.d", new Token("bob", Set.of("front-desk"), LATER));
        assertThat(mayRead("a.b.c", "claim")).isTrue();
        assertThat(mayRead("a.b.d", "claim")).isFalse();
        assertThat(authenticate("a.b.d").getPrincipal().getName()).isEqualTo("bob");
        assertThatThrownBy(() -> authenticate("a.b.e")).isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void whatIsRefusedIsLookedAtAgainEachTime() {
        assertThatThrownBy(() -> authenticate("a")).isInstanceOf(AuthenticationFailedException.class);
        assertThatThrownBy(() -> authenticate("a")).isInstanceOf(AuthenticationFailedException.class);
        assertThat(verifications).isEqualTo(2);
        assertThat(bearers.known()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "", "a\u0000b", "a\nb", " anna", "anna ", "anna\u200b", "q\ud83d"})
    void whoeverTheAuditTrailCannotNameIsRefusedAndNotKept(String subject) {
        valid.put("no subject", new Token(subject, Set.of("biller"), LATER));
        assertThatThrownBy(() -> authenticate("no subject")).isInstanceOf(AuthenticationFailedException.class);
        assertThat(bearers.known()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna@example.org", "auth0|5f7c8ec7c33c6c004bbafe82", "Ana Núñez", "安娜"})
    void othersAreTaken(String subject) {
        valid.put("a", new Token(subject, Set.of("biller"), LATER));
        assertThat(authenticate("a").getPrincipal().getName()).isEqualTo(subject);
    }

    @Test
    void aTokenThatHasExpiredMeanwhileIsVerifiedAgain() {
        valid.put("old", new Token("anna", Set.of("biller"), Instant.now().minusSeconds(1)));
        authenticate("old"); // the verifier may be lenient by some seconds; what it lets pass is not remembered
        authenticate("old");
        assertThat(verifications).isEqualTo(2);
    }

    private boolean mayRead(String token, String what) {
        return authenticate(token)
                .checkPermission(new StringPermission(what, "read"))
                .await()
                .indefinitely();
    }

    private SecurityIdentity authenticate(String token) {
        return bearers.authenticate(
                        new TokenAuthenticationRequest(new JsonWebTokenCredential(token)), new OnThisThread())
                .await()
                .indefinitely();
    }

    private static final class OnThisThread implements AuthenticationRequestContext {
        @Override
        public Uni<SecurityIdentity> runBlocking(Supplier<SecurityIdentity> work) {
            return Uni.createFrom().item(work);
        }
    }

    /** Takes the tokens of {@link #valid} for valid, and counts. */
    private final class Verifier extends MpJwtValidator {
        @Override
        public Uni<SecurityIdentity> authenticate(
                TokenAuthenticationRequest request, AuthenticationRequestContext context) {
            verifications++;
            var token = valid.get(request.getToken().getToken());
            return token == null
                    ? Uni.createFrom().failure(new AuthenticationFailedException("not one of ours"))
                    : Uni.createFrom()
                            .item(QuarkusSecurityIdentity.builder()
                                    .setPrincipal(token)
                                    .build());
        }
    }

    private record Token(String subject, Set<String> roles, Instant expires) implements JsonWebToken {
        private static final String ORGANIZATION = UUID.randomUUID().toString();

        @Override
        public String getName() {
            return subject;
        }

        @Override
        public Set<String> getGroups() {
            return Set.of();
        }

        @Override
        public Set<String> getClaimNames() {
            return Set.of("sub", "roles", "exp", "organization");
        }

        @Override
        @SuppressWarnings("unchecked") // each claim has its type
        public <T> T getClaim(String name) {
            return (T)
                    switch (name) {
                        case "sub" -> subject;
                        case "roles" -> List.copyOf(roles);
                        case "exp" -> expires.getEpochSecond();
                        case "organization" -> ORGANIZATION;
                        default -> null;
                    };
        }
    }
}
