package org.superbill.gateway.token;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The RSA key of the local issuer. */
final class SigningKey {

    /** The {@code kid} of its tokens, also of those that the launcher signs itself. */
    static final String ID = "local";

    private final RSAPrivateCrtKey key;

    private SigningKey(RSAPrivateCrtKey key) {
        this.key = key;
    }

    /** @throws IllegalStateException when the file is not a PKCS#8 RSA key in PEM; the message does not quote it */
    static SigningKey read(Path pem) {
        try {
            var base64 = Files.readString(pem).replaceAll("-----[A-Z ]+-----|\\s", "");
            var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
            return new SigningKey(
                    (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(spec));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
            throw new IllegalStateException(
                    "SUPERBILL_LOCAL_ISSUER_KEY must name a readable RSA private key in PEM (PKCS#8)", e);
        }
    }

    PrivateKey privateKey() {
        return key;
    }

    Map<String, Object> asJwks() {
        return Map.of(
                "keys",
                List.of(Map.of(
                        "kty",
                        "RSA",
                        "use",
                        "sig",
                        "alg",
                        "RS256",
                        "kid",
                        ID,
                        "n",
                        unsigned(key.getModulus()),
                        "e",
                        unsigned(key.getPublicExponent()))));
    }

    /** Base64url of the number without a sign byte (RFC 7518, section 2, Base64urlUInt). */
    private static String unsigned(BigInteger number) {
        var bytes = number.toByteArray();
        var start = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.util.Arrays.copyOfRange(bytes, start, bytes.length));
    }
}
