package org.superbill.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes tokens of the local issuer for the sandbox, signed with the key in the state folder. */
public final class Tokens {
    /** Who works with an organization. */
    public static final List<String> ROLES = List.of(
            "front-desk",
            "clinician",
            "coder",
            "coding-auditor",
            "biller",
            "poster",
            "billing-manager",
            "compliance",
            "admin");

    private static final Duration LIFE = Duration.ofDays(7);
    private static final Duration LIFE_OF_A_SERVICE = Duration.ofDays(90);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrivateKey key;
    private final Clock clock;
    private final Duration life;

    Tokens(PrivateKey key, Clock clock) {
        this(key, clock, LIFE);
    }

    private Tokens(PrivateKey key, Clock clock, Duration life) {
        this.key = key;
        this.clock = clock;
        this.life = life;
    }

    /** The same, but what they sign lives only so long; below zero it has expired already. */
    public Tokens living(Duration newLife) {
        return new Tokens(key, clock, newLife);
    }

    /** The token that creates organizations and nothing else. */
    public String platformAdmin() {
        return sign(Map.of("sub", "platform-admin@sandbox", "roles", List.of("platform-admin")));
    }

    /** A person of this organization in these roles; the subject is {@code ROLE@sandbox} of the first role. */
    public String of(UUID organization, String... roles) {
        return sign(
                Map.of("sub", roles[0] + "@sandbox", "organization", organization.toString(), "roles", List.of(roles)));
    }

    /** A program with these permissions. */
    public String system(UUID organization, String... permissions) {
        return sign(Map.of(
                "sub",
                "launcher@sandbox",
                "organization",
                organization.toString(),
                "roles",
                List.of("system"),
                "scope",
                String.join(" ", permissions)));
    }

    /** A service of ours, for what concerns no organization; good for a restart after long. */
    String service(String name, String... permissions) {
        return living(LIFE_OF_A_SERVICE)
                .sign(Map.of("sub", name, "roles", List.of("system"), "scope", String.join(" ", permissions)));
    }

    private String sign(Map<String, Object> who) {
        var claims = new LinkedHashMap<String, Object>(who);
        var now = clock.instant().getEpochSecond();
        claims.put("iss", "superbill-local");
        claims.put("aud", "superbill");
        claims.put("iat", now);
        claims.put("exp", now + life.toSeconds());
        claims.put("jti", UUID.randomUUID().toString());
        try {
            var signed = encoded(Map.of("alg", "RS256", "typ", "JWT", "kid", "local")) + "." + encoded(claims);
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException | JsonProcessingException e) {
            throw new IllegalStateException("A token cannot be signed", e);
        }
    }

    private static String encoded(Map<String, Object> part) throws JsonProcessingException {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(part));
    }
}
