package org.superbill.servicekit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.superbill.stack.LocalKafka;
import org.superbill.stack.LocalPostgres;

/**
 * A PostgreSQL and a Kafka of their own for a service's tests, and the whole configuration that goes with them:
 * {@code @WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "billing"))}.
 */
public class ServiceStack implements QuarkusTestResourceLifecycleManager {
    private static @Nullable LocalPostgres postgres;
    private static @Nullable LocalKafka kafka;

    private String database = "patient";

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", database);
    }

    @Override
    public Map<String, String> start() {
        var startingKafka = CompletableFuture.supplyAsync(LocalKafka::temporary);
        var startedPostgres = LocalPostgres.temporary();
        var startedKafka = startingKafka.join();
        postgres = startedPostgres;
        kafka = startedKafka;
        var settings = new HashMap<String, String>();
        settings.put("SUPERBILL_DATABASE_URL", startedPostgres.jdbcUrl(database));
        for (var role : new String[] {"service", "owner", "relay"}) {
            var name = "SUPERBILL_DATABASE_" + role.toUpperCase(java.util.Locale.ROOT);
            settings.put(name + "_USER", database + '_' + role);
            settings.put(name + "_PASSWORD", "test");
        }
        settings.put("SUPERBILL_KAFKA_BOOTSTRAP", startedKafka.bootstrapServers());
        settings.put("SUPERBILL_ISSUER", TestTokens.ISSUER);
        settings.put("SUPERBILL_JWKS_URL", keySet());
        settings.put("SUPERBILL_ENCRYPTION_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        return settings;
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    /** To set a field {@code LocalPostgres} or {@code LocalKafka} of the test, for faults and for SQL as another role. */
    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(postgres, new TestInjector.MatchesType(LocalPostgres.class));
        injector.injectIntoFields(kafka, new TestInjector.MatchesType(LocalKafka.class));
    }

    private static String keySet() {
        try {
            var file = Files.createTempFile("superbill", ".jwks.json");
            file.toFile().deleteOnExit();
            Files.writeString(file, TestTokens.keySet());
            return file.toUri().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
