package org.superbill.stack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One of our services in a JVM of its own. It is ready when {@code /q/health/ready} says so. */
final class ServiceProcess {
    private static final Duration START = Duration.ofSeconds(480);

    private final ServiceSpec service;
    private final Path jar;
    private final ClassArchive classes;
    private final boolean lasting;
    private final int port;
    private final Map<String, String> environment;
    private final Path log;
    private volatile @Nullable Child child;

    ServiceProcess(
            ServiceSpec service,
            Path jar,
            ClassArchive classes,
            boolean lasting,
            int port,
            Map<String, String> environment,
            Path log) {
        this.service = service;
        this.jar = jar;
        this.classes = classes;
        this.lasting = lasting;
        this.port = port;
        this.environment = environment;
        this.log = log;
    }

    Startable startable() {
        return new Startable(this::start, this::stop, this::kill, () -> Optional.ofNullable(child));
    }

    private synchronized void start() {
        var running = child;
        if (running == null || !running.isAlive()) {
            child = Child.start(service.name(), command(), environment, log);
        }
        child().awaitReady(this::isReady, START);
    }

    private List<String> command() {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms" + service.firstHeapMegabytes() + "m",
                "-Xmx" + service.heapMegabytes() + "m",
                "-XX:+UseSerialGC", // on two cores shared by seven processes, parallel collectors only get in the way
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-Duser.timezone=UTC",
                "-Dquarkus.profile=local"));
        if (!lasting) {
            command.add(Child.QUICK_COMPILER); // seven young JVMs on two cores would compile for minutes
            command.add(
                    "-XX:ReservedCodeCacheSize=192m"); // with that compiler 48 otherwise, of which old code is swept
            // out
        }
        command.addAll(classes.arguments());
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private boolean isReady() {
        try {
            var connection = (HttpURLConnection) URI.create("http://127.0.0.1:%d/q/health/ready".formatted(port))
                    .toURL()
                    .openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    private void stop() {
        var running = child;
        if (running != null) {
            running.stop();
            classes.keep();
        }
    }

    private void kill() {
        var running = child;
        if (running != null) {
            running.kill();
        }
    }

    private Child child() {
        var running = child;
        if (running == null) {
            throw new IllegalStateException(service.name() + " is stopped");
        }
        return running;
    }
}
