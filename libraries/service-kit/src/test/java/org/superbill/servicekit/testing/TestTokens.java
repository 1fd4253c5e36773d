package org.superbill.servicekit.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Tokens that the service under test accepts, signed with a key that is made once per JVM. */
public final class TestTokens {
    public static final String ISSUER = "superbill-local";
    public static final String AUDIENCE = "superbill";
    private static final String KEY_ID = "test";
    /** A test run signs thousands of tokens, each in a sixth of the time that 2,048 bits take without an optimizing compiler. */
    private static final int BITS = 1024;

    private static final String KEPT =
            "superbill.test.key"; // several class loaders have this class, one JVM has the key

    private static volatile @Nullable RSAPrivateCrtKey key;
    private static final Map<List<String>, String> SIGNED = new ConcurrentHashMap<>(); // tests ask again and again

    private TestTokens() {}

    /** @param roles e.g. {@code biller} */
    public static String of(UUID organization, String... roles) {
        return ofUser("test-user", organization, roles);
    }

    /** As {@link #of}, for a named user. */
    public static String ofUser(String subject, UUID organization, String... roles) {
        var of = new ArrayList<>(List.of(subject, organization.toString()));
        of.addAll(Arrays.asList(roles));
        return SIGNED.computeIfAbsent(
                of, any -> sign(claims(subject, roles).claim("organization", organization.toString())));
    }

    /** A system client with just these permissions. */
    public static String system(UUID organization, String... permissions) {
        return sign(claims("test-system", "system")
                .claim("organization", organization.toString())
                .claim("scope", String.join(" ", permissions)));
    }

    /** A system client of no organization with just these permissions. */
    public static String systemOfNone(String... permissions) {
        return sign(claims("test-system", "system").claim("scope", String.join(" ", permissions)));
    }

    /** Who creates organizations, and has none. */
    public static String platformAdmin() {
        return sign(claims("test-platform-admin", "platform-admin"));
    }

    /** Claims to change and to {@link #sign}, for tokens that must be refused. */
    public static JwtClaimsBuilder claims(String subject, String... roles) {
        return Jwt.claims()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(subject)
                .claim("roles", List.copyOf(Arrays.asList(roles)))
                .expiresIn(Duration.ofHours(1));
    }

    public static String sign(JwtClaimsBuilder claims) {
        return claims.jws().keyId(KEY_ID).sign(privateKey());
    }

    /** The public key as a JSON Web Key Set. */
    public static String keySet() {
        var key = privateKey();
        return """
                {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}]}""".formatted(KEY_ID, base64(key.getModulus()), base64(key.getPublicExponent()));
    }

    public static RSAPrivateCrtKey privateKey() {
        var known = key;
        if (known == null) {
            known = keptKey();
            key = known;
        }
        return known;
    }

    private static RSAPrivateCrtKey keptKey() {
        synchronized (System.class) {
            try {
                var kept = System.getProperty(KEPT);
                if (kept == null) {
                    var generator = KeyPairGenerator.getInstance("RSA");
                    generator.initialize(BITS);
                    takeSmallKeys();
                    var made = generator.generateKeyPair().getPrivate().getEncoded();
                    kept = Base64.getEncoder().encodeToString(made);
                    System.setProperty(KEPT, kept);
                }
                var encoded = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(kept));
                return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(encoded);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Libraries refuse less than 2,048 bits for RS256 unless they are told; ours tell them in tests only. */
    private static void takeSmallKeys() {
        System.setProperty("smallrye.jwt.sign.relax-key-validation", "true");
        System.setProperty("smallrye.jwt.verify.relax-key-validation", "true");
    }

    private static String base64(BigInteger number) {
        var bytes = number.toByteArray();
        var unsigned = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }
}
