package org.superbill.gateway.proxy;

import io.smallrye.jwt.build.Jwt;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.superbill.servicekit.testing.TestTokens;

/** Tokens that look right and are not. */
final class BadTokens {

    private BadTokens() {}

    static String of(String kind, UUID organization) throws GeneralSecurityException {
        var claims = TestTokens.claims("mallory", "biller").claim("organization", organization.toString());
        return switch (kind) {
            case "expired" -> TestTokens.sign(claims.expiresIn(Duration.ofHours(-2)));
            case "foreign-issuer" -> TestTokens.sign(claims.issuer("https://elsewhere.example"));
            case "foreign-audience" -> TestTokens.sign(claims.audience("another-system"));
            case "foreign-key" ->
                claims.jws()
                        .keyId("test")
                        .sign(KeyPairGenerator.getInstance("RSA")
                                .generateKeyPair()
                                .getPrivate());
            case "changed" -> changed(TestTokens.of(organization, "biller"));
            case "unsigned" -> unsigned(TestTokens.of(organization, "biller"));
            case "hmac" ->
                Jwt.claims()
                        .issuer(TestTokens.ISSUER)
                        .audience("superbill")
                        .subject("mallory")
                        .claim("organization", organization.toString())
                        .expiresIn(Duration.ofHours(1))
                        .jws()
                        .keyId("test")
                        .signWithSecret("the public key is no secret, and must not be taken for one");
            case "no-token" -> "nonsense";
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static String changed(String token) {
        var parts = token.split("\\.");
        var payload =
                new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8).replace("biller", "admin");
        return parts[0] + "." + encoded(payload) + "." + parts[2];
    }

    private static String unsigned(String token) {
        return encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + token.split("\\.")[1] + ".";
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
