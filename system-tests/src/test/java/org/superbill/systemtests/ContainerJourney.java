package org.superbill.systemtests;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Plays journey 1 against the containers of {@code docker-compose.yml}: {@code docker/journey}, with the secrets of {@code .env} in the environment. */
public final class ContainerJourney {
    private ContainerJourney() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(play(out) ? 0 : 1);
    }

    private static boolean play(PrintStream out) {
        try (var tokens = new KeycloakTokens(
                URI.create("http://localhost:8180"),
                System.getenv("SUPERBILL_KEYCLOAK_ADMIN_PASSWORD"),
                System.getenv("SUPERBILL_PLATFORM_CLIENT_SECRET"))) {
            var system = SuperbillSystem.at(
                    URI.create("http://localhost:8080"),
                    URI.create("http://localhost:8090"),
                    tokens,
                    Narrator.aloud(out));
            loadProcedures(
                    system, tokens.clientToken("superbill-loader", System.getenv("SUPERBILL_LOADER_CLIENT_SECRET")));
            return Demo.play(system, out, "J01_FluShotTest");
        }
    }

    /** As the holder of a CPT licence would, but with two numbers and words of our own. */
    private static void loadProcedures(SuperbillSystem system, String token) {
        var loader = system.anonymous().as("loader", token);
        for (var call : new String[] {"?release=journey&effectiveFrom=2026-01-01", "/journey/activate"}) {
            var load = call.startsWith("?");
            loader.raw(
                    "POST",
                    "/api/v1/code-systems/cpt/releases" + call,
                    load
                            ? "code,display,billable\n90658,Influenza vaccine into the muscle,true\n90471,Giving one vaccine,true\n"
                            : "{}",
                    "Content-Type",
                    load ? "text/csv" : "application/json",
                    "Idempotency-Key",
                    UUID.randomUUID().toString());
        }
    }
}
