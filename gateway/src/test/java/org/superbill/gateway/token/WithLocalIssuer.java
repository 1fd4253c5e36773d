package org.superbill.gateway.token;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.superbill.servicekit.testing.TestTokens;

/** As the launcher starts the gateway: profile local, a key in a file, and its own key set to verify with. */
public class WithLocalIssuer implements QuarkusTestProfile {

    @Override
    public String getConfigProfile() {
        return "local";
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            var port = freePort();
            var key = Files.createTempFile("superbill-local-issuer", ".pem");
            key.toFile().deleteOnExit();
            Files.writeString(key, pem());
            return Map.of(
                    "SUPERBILL_LOCAL_ISSUER_KEY", key.toString(),
                    "quarkus.http.test-port", Integer.toString(port),
                    "mp.jwt.verify.publickey.location", "http://localhost:%d/api/v1/tokens/jwks.json".formatted(port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the launcher signs it, with the issuer's key. */
    static String platformAdmin() {
        return Jwt.claims()
                .issuer("superbill-local")
                .audience("superbill")
                .subject("launcher")
                .claim("roles", List.of("platform-admin"))
                .expiresIn(Duration.ofHours(1))
                .jws()
                .keyId("local")
                .sign(TestTokens.privateKey());
    }

    static String pem() {
        var base64 =
                Base64.getMimeEncoder().encodeToString(TestTokens.privateKey().getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
