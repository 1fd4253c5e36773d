package org.superbill.systemtests;

import java.net.URI;
import java.util.UUID;

/** Tokens of the gateway's local issuer. */
final class LocalTokens implements Tokens {
    private final URI gateway;
    private final String platformAdmin;

    LocalTokens(URI gateway, String platformAdmin) {
        this.gateway = gateway;
        this.platformAdmin = platformAdmin;
    }

    @Override
    public String platformAdmin() {
        return platformAdmin;
    }

    @Override
    public String of(String organizationId, String role) {
        return Gateway.at(gateway, Narrator.silent())
                .as("platform-admin", platformAdmin)
                .raw(
                        "POST",
                        "/api/v1/tokens",
                        """
                        {"organization": "%s", "roles": ["%s"], "subject": "%s@example.org"}
                        """.formatted(organizationId, role, role),
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(200)
                .json()
                .path("token")
                .asText();
    }
}
