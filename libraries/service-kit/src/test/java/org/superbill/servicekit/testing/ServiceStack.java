package org.superbill.servicekit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.superbill.stack.FixedDay;
import org.superbill.stack.LocalKafka;
import org.superbill.stack.LocalPostgres;

/**
 * A PostgreSQL and a Kafka of their own for a service's tests, a business clock on a {@link FixedDay}, and the whole configuration that
 * goes with them:
 * {@code @WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "billing"))}. With
 * {@code durable=true} every commit waits for the disk, as in production; without it the operating system may write later.
 */
public class ServiceStack implements QuarkusTestResourceLifecycleManager {
    private static @Nullable LocalPostgres postgres;
    private static @Nullable LocalKafka kafka;

    private String database = "patient";
    private boolean durable;
    private @Nullable Path durableFolder;

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", database);
        durable = Boolean.parseBoolean(arguments.get("durable"));
    }

    @Override
    public Map<String, String> start() {
        var startingKafka = CompletableFuture.supplyAsync(LocalKafka::temporary, SecondThread.OWN);
        var startedPostgres = durable ? durablePostgres() : LocalPostgres.temporary();
        var startedKafka = startingKafka.join();
        postgres = startedPostgres;
        kafka = startedKafka;
        var settings = new HashMap<String, String>();
        settings.put("SUPERBILL_DATABASE_URL", startedPostgres.jdbcUrl(database));
        for (var role : new String[] {"service", "owner", "relay"}) {
            var name = "SUPERBILL_DATABASE_" + role.toUpperCase(Locale.ROOT);
            settings.put(name + "_USER", database + '_' + role);
            settings.put(name + "_PASSWORD", "test");
        }
        settings.put("SUPERBILL_KAFKA_BOOTSTRAP", startedKafka.bootstrapServers());
        settings.put("superbill.sandbox-clock.ahead", FixedDay.AHEAD.toString());
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
        delete(durableFolder);
    }

    /** To set a field {@code LocalPostgres} or {@code LocalKafka} of the test, for faults and for SQL as another role. */
    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(postgres, new TestInjector.MatchesType(LocalPostgres.class));
        injector.injectIntoFields(kafka, new TestInjector.MatchesType(LocalKafka.class));
    }

    private LocalPostgres durablePostgres() {
        try (var free = new ServerSocket(0)) {
            var port = free.getLocalPort();
            free.close();
            var folder = Files.createTempDirectory("superbill-durable");
            durableFolder = folder;
            return LocalPostgres.at(folder, folder.resolve("postgres.log"), port, role -> "test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
