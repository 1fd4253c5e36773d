package org.superbill.stack;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What each service is told by its environment. */
record Environment(Map<Port, Integer> ports, Secrets secrets, Path state, Duration clockAhead) {

    Map<String, String> of(ServiceSpec service) {
        var variables = new HashMap<String, String>();
        variables.put("SUPERBILL_HTTP_PORT", Integer.toString(port(service.port())));
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1"); // the sandbox is for this machine only
        variables.put("SUPERBILL_STATE_DIRECTORY", state.resolve(service.name()).toString());
        service.database().ifPresent(database -> {
            variables.putAll(database(database));
            variables.put("SUPERBILL_KAFKA_BOOTSTRAP", "127.0.0.1:" + port(Port.KAFKA));
            variables.put("SUPERBILL_ISSUER", "superbill-local");
            variables.put("SUPERBILL_JWKS_URL", url(Port.GATEWAY) + "/api/v1/tokens/jwks.json");
            variables.put("SUPERBILL_SANDBOX_CLOCK_AHEAD", clockAhead.toString());
            variables.put("SUPERBILL_ENCRYPTION_KEY", secrets.encryptionKey());
        });
        switch (service.port()) {
            case GATEWAY -> {
                variables.put("SUPERBILL_PATIENT_URL", url(Port.PATIENT_SERVICE));
                variables.put("SUPERBILL_CODING_URL", url(Port.CODING_SERVICE));
                variables.put("SUPERBILL_BILLING_URL", url(Port.BILLING_SERVICE));
                variables.put(
                        "SUPERBILL_LOCAL_ISSUER_KEY", secrets.issuerKeyFile().toString());
            }
            case CODING_SERVICE -> variables.put("SUPERBILL_PATIENT_URL", url(Port.PATIENT_SERVICE));
            case BILLING_SERVICE -> {
                variables.put("SUPERBILL_CONNECTION_PAYER_SIMULATOR_URL", url(Port.PAYER_SIMULATOR));
                variables.put("SUPERBILL_CODING_URL", url(Port.CODING_SERVICE));
                variables.put(
                        "SUPERBILL_SERVICE_TOKEN",
                        new Tokens(secrets.issuerKey(), Clock.systemUTC())
                                .service("billing-service", "code-release:read"));
            }
            default -> {}
        }
        return variables;
    }

    private Map<String, String> database(String database) {
        var variables = new HashMap<String, String>();
        variables.put(
                "SUPERBILL_DATABASE_URL", "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(Port.POSTGRES), database));
        for (var kind : new String[] {"service", "owner", "relay"}) {
            var role = database + "_" + kind;
            var prefix = "SUPERBILL_DATABASE_" + kind.toUpperCase(java.util.Locale.ROOT);
            variables.put(prefix + "_USER", role);
            variables.put(prefix + "_PASSWORD", secrets.databasePassword(role));
        }
        return variables;
    }

    /** Where it is reached from this machine, without a slash at the end. */
    String url(Port port) {
        return "http://localhost:" + port(port);
    }

    private int port(Port port) {
        return java.util.Objects.requireNonNull(ports.get(port));
    }
}
