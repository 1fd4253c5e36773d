package org.superbill.gateway.token;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;

/** Signs tokens with the key that {@code SUPERBILL_LOCAL_ISSUER_KEY} names, in the profile {@code local} and in no other. */
@ApplicationScoped
class LocalIssuer {

    private static final String PROFILE = "local";
    private static final Duration LIFETIME = Duration.ofHours(8);

    private final Optional<SigningKey> key;
    private final String issuer;
    /** Not the business clock: moving the sandbox's date must not make tokens expire. */
    private final Clock clock = Clock.systemUTC();

    LocalIssuer(
            @ConfigProperty(name = "superbill.local-issuer-key") Optional<Path> keyFile,
            @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer) {
        this.issuer = issuer;
        if (keyFile.isPresent() && !ConfigUtils.isProfileActive(PROFILE)) {
            throw new IllegalStateException(
                    "SUPERBILL_LOCAL_ISSUER_KEY is set, but the local issuer is for the profile local only, and the profile is "
                            + ConfigUtils.getProfiles() + ". Unset it and let an OIDC provider issue tokens.");
        }
        this.key = keyFile.map(SigningKey::read);
    }

    /** Made at the start, so that a forbidden or unreadable key stops the gateway and not its first caller. */
    void start(@Observes StartupEvent event) {}

    /**
     * @param scope permissions for a system client, separated by spaces
     * @throws Problem {@code NOT_FOUND} where there is no local issuer
     */
    IssuedToken issue(Grant grant) {
        var signing = key();
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var expiresAt = now.plus(LIFETIME);
        var claims = Jwt.issuer(issuer)
                .audience("superbill")
                .subject(grant.subject())
                .claim("jti", Ids.next().toString())
                .claim("roles", grant.roles())
                .issuedAt(now)
                .expiresAt(expiresAt);
        if (grant.organization() != null) {
            claims.claim("organization", grant.organization().toString());
        }
        if (grant.scope() != null) {
            claims.claim("scope", grant.scope());
        }
        if (grant.practitioner() != null) {
            claims.claim("practitioner", grant.practitioner().toString());
        }
        if (!grant.coversFor().isEmpty()) {
            claims.claim(
                    "covers_for", grant.coversFor().stream().map(UUID::toString).toList());
        }
        return new IssuedToken(claims.jws().keyId(SigningKey.ID).sign(signing.privateKey()), expiresAt);
    }

    /**
     * The public half, as services fetch it (RFC 7517).
     *
     * @throws Problem {@code NOT_FOUND} where there is no local issuer
     */
    Map<String, Object> publicKeys() {
        return key().asJwks();
    }

    private SigningKey key() {
        return key.orElseThrow(
                () -> new Problem(KitProblem.NOT_FOUND, "Tokens are issued here in the profile local only"));
    }

    /**
     * What a token says of its bearer.
     *
     * @param practitioner who the bearer is, or null
     * @param coversFor practitioners whom the bearer stands in for
     */
    record Grant(
            String subject,
            @Nullable UUID organization,
            List<String> roles,
            @Nullable String scope,
            @Nullable UUID practitioner,
            List<UUID> coversFor) {}

    /** A signed token. */
    record IssuedToken(String token, Instant expiresAt) {}
}
