package org.superbill.servicekit.sample;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** With the sandbox's clock, and with nobody who serves the keys of tokens: apart from the other tests, together in one application. */
public final class SandboxWithoutKeys implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "superbill.sandbox-clock.enabled",
                "true",
                "mp.jwt.verify.publickey.location",
                "http://localhost:1/jwks.json");
    }
}
