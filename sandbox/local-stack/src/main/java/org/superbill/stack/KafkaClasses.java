package org.superbill.stack;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Kafka's classes as its JVM had them in memory once it had started (class data sharing), so that a broker needs half of the processor
 * time to start. The first temporary broker makes them, once per user, version of the JVM and set of Kafka's jars; a JVM that they do
 * not fit goes without.
 */
final class KafkaClasses {
    private static final Duration START = Duration.ofSeconds(60);
    private static final String QUIET = "-Xlog:cds=off";
    private static final String QUIET_DYNAMIC = "-Xlog:cds+dynamic=off";

    private static final Pattern JAR = Pattern.compile("(.+?)-\\d[^/]*\\.jar");
    /** What Kafka's own jars need at run time. */
    private static final Set<String> OTHERS = Set.of(
            "HdrHistogram",
            "argparse4j",
            "caffeine",
            "commons-validator",
            "hash4j",
            "jackson-annotations",
            "jackson-core",
            "jackson-databind",
            "jackson-dataformat-csv",
            "jackson-datatype-jdk8",
            "jopt-simple",
            "jose4j",
            "log4j-api",
            "lz4-java",
            "metrics-core",
            "pcollections",
            "re2j",
            "slf4j-api",
            "snappy-java",
            "zstd-jni");

    private KafkaClasses() {}

    /** The class path of this JVM with Kafka's own jars first, always the same in the same order: what is kept fits no other beginning. */
    static String classPath() {
        var entries = new ArrayList<>(kafkaJars());
        entries.addAll(List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
        return entries.stream().distinct().collect(joining(File.pathSeparator));
    }

    /** What the broker's JVM is told, once {@link #make} has been called by this user. */
    static List<String> arguments() {
        var file = folder().resolve("kafka.jsa");
        return Files.exists(file) ? List.of("-XX:SharedArchiveFile=" + file, QUIET, QUIET_DYNAMIC) : List.of();
    }

    /** Makes them if they have never been made. */
    static void make() throws IOException {
        Directories.makeOnce(folder(), KafkaClasses::make);
    }

    private static void make(Path folder) throws IOException {
        try {
            makeIn(folder);
        } catch (StackException e) {
            Directories.delete(folder); // brokers start all the same, and later
            Files.createDirectories(folder);
        }
    }

    private static void makeIn(Path folder) throws IOException {
        var broker = Files.createDirectories(folder.resolve("broker"));
        var log = broker.resolve("kafka.log");
        var port = Integer.toString(FreePorts.take());
        var settings = KafkaBroker.write(broker, port, Integer.toString(FreePorts.take()));
        var format = run("format", "kafka.tools.StorageTool", List.of(), KafkaBroker.formatting(settings), log);
        if (format.awaitExit(START) != 0) {
            throw new StackException("Kafka's folder %s cannot be formatted".formatted(broker));
        }
        var kafka = run(
                "Kafka",
                "kafka.Kafka",
                List.of("-XX:ArchiveClassesAtExit=" + folder.resolve("kafka.jsa"), QUIET, QUIET_DYNAMIC),
                List.of(settings.toString()),
                log);
        try {
            kafka.awaitReady(() -> KafkaBroker.answers(port, Duration.ofSeconds(1)), START);
        } finally {
            kafka.stop();
        }
        Directories.delete(broker);
    }

    private static Child run(String name, String main, List<String> options, List<String> arguments, Path log) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(Child.QUICK_COMPILER);
        command.add("-XX:+UseSerialGC");
        command.addAll(options);
        command.addAll(List.of("-cp", String.join(File.pathSeparator, kafkaJars()), main));
        command.addAll(arguments);
        return Child.start(name, command, Map.of(), log);
    }

    private static List<String> kafkaJars() {
        return List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
                .filter(entry -> isKafkas(Path.of(entry).getFileName().toString()))
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean isKafkas(String fileName) {
        var jar = JAR.matcher(fileName);
        return jar.matches()
                && (jar.group(1).startsWith("kafka")
                        || jar.group(1).startsWith("scala-")
                        || OTHERS.contains(jar.group(1)));
    }

    private static Path folder() {
        var sum = new CRC32();
        for (var jar : kafkaJars()) {
            try {
                var path = Path.of(jar);
                sum.update("%s %d %s;"
                        .formatted(path, Files.size(path), Files.getLastModifiedTime(path))
                        .getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        var version = System.getProperty("java.vm.version", "").replaceAll("[^\\w.+-]", "-");
        return Directories.ofUser().resolve("kafka-classes-%s-%x".formatted(version, sum.getValue()));
    }
}
