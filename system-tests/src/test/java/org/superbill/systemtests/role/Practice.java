package org.superbill.systemtests.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.superbill.systemtests.Gateway;
import org.superbill.systemtests.SuperbillSystem;

/** One organization with its people, each with a token of their role. */
public final class Practice {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SuperbillSystem system;
    private final String organizationId;
    private final boolean everythingTwice;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private Practice(SuperbillSystem system, String organizationId, boolean everythingTwice) {
        this.system = system;
        this.organizationId = organizationId;
        this.everythingTwice = everythingTwice;
    }

    /** Registers an organization, as the platform's administrator does. */
    public static Practice opens(SuperbillSystem system, String organization) {
        return opens(system, organization, false);
    }

    /** The same, but each write of everybody in it is sent twice. */
    public static Practice opensAndRepeatsItself(SuperbillSystem system, String organization) {
        return opens(system, organization, true);
    }

    private static Practice opens(SuperbillSystem system, String organization, boolean everythingTwice) {
        system.narrator().step("The organization is registered");
        var admin = everythingTwice ? system.platformAdmin().everythingTwice() : system.platformAdmin();
        return new Practice(
                system,
                admin.post("/api/v1/organizations", organization).expect(201).id(),
                everythingTwice);
    }

    public String organizationId() {
        return organizationId;
    }

    public SuperbillSystem system() {
        return system;
    }

    public Gateway as(String role) {
        var gateway = system.anonymous()
                .as(role, tokens.computeIfAbsent(role, name -> system.tokens().of(organizationId, name)));
        return everythingTwice ? gateway.everythingTwice() : gateway;
    }

    public Clinic clinic() {
        return new Clinic(this);
    }

    public Coder coder() {
        return new Coder(this);
    }

    public Biller biller() {
        return new Biller(this);
    }

    public PayerSimulator payer() {
        return new PayerSimulator(system);
    }

    public Books books() {
        return new Books(this);
    }

    /** What a service could not apply or tell, of this organization. */
    public JsonNode stuckEvents(String service, String query) {
        return as("admin")
                .peek("/api/v1/event-processing/%s/stuck-events%s".formatted(service, query))
                .expect(200)
                .json()
                .path("items");
    }

    /** What crossed Kafka about a subject, oldest first, e.g. {@code encounter-coded}. */
    public List<String> events(String subject) {
        var types = new ArrayList<String>();
        as("admin")
                .peek("/api/v1/events?subject=%s&limit=200".formatted(subject))
                .expect(200)
                .json()
                .path("items")
                .forEach(event -> types.add(event.path("topic").asText()));
        return types;
    }

    /** Waits until the events named have crossed Kafka, and tells them. */
    public void tellsEvents(String subject, String... expected) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(events(subject)).contains(expected));
        as("admin")
                .peek("/api/v1/events?subject=%s&limit=200".formatted(subject))
                .json()
                .path("items")
                .forEach(event -> system.narrator()
                        .event("%s #%d"
                                .formatted(
                                        event.path("topic").asText(),
                                        event.path("sequence").asLong())));
    }

    static JsonNode eventually(String what, Supplier<JsonNode> look, Predicate<JsonNode> come) {
        var seen = new JsonNode[1];
        await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).untilAsserted(() -> {
            seen[0] = look.get();
            assertThat(come.test(seen[0])).as("%s: %s", what, seen[0]).isTrue();
        });
        return seen[0];
    }
}
