package org.superbill.stack;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code stack.json} in the state folder: what runs and where, for people, for scripts, and for the next start, which ends what was left. */
final class StateFile {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path file;

    StateFile(Path state) {
        this.file = state.resolve("stack.json");
    }

    /**
     * @param launcher the process that started all others
     * @param urls where each service is reached, by its name
     * @param organization the sandbox's, once it is known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Content(
            Recorded launcher,
            Map<String, String> urls,
            Map<String, Integer> ports,
            @Nullable String organization,
            String logs,
            String tokens,
            String controlToken,
            List<Recorded> processes) {}

    /** A process and when it began, in milliseconds since 1970. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Recorded(
            String name,
            @Nullable Integer port,
            String state,
            @Nullable Long pid,
            @Nullable Long startedAt) {

        static Recorded of(StackProcess process) {
            var pid = process.pid();
            return new Recorded(
                    process.name(),
                    process.port(),
                    process.state().name().toLowerCase(java.util.Locale.ROOT),
                    pid.isPresent() ? pid.getAsLong() : null,
                    process.startedAt().map(Instant::toEpochMilli).orElse(null));
        }

        static Recorded self() {
            var self = ProcessHandle.current();
            return new Recorded(
                    "launcher",
                    null,
                    "running",
                    self.pid(),
                    self.info().startInstant().map(Instant::toEpochMilli).orElse(null));
        }

        /** The process, if it still is the one that was recorded: same number, begun at the same time. */
        Optional<ProcessHandle> find() {
            if (pid == null || startedAt == null) {
                return Optional.empty();
            }
            var began = Instant.ofEpochMilli(startedAt);
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> process.info()
                            .startInstant()
                            .filter(now -> Duration.between(began, now).abs().compareTo(Duration.ofSeconds(2)) < 0)
                            .isPresent());
        }
    }

    /** What was written last, if it can be read. */
    Optional<Content> read() {
        try {
            return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), Content.class)) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty(); // of another version: there is nothing of ours to find by it
        } catch (IOException e) {
            throw new StackException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    synchronized void write(Content content) {
        try {
            Secrets.write(file, JSON.writeValueAsString(content));
        } catch (IOException e) {
            throw new StackException("%s cannot be written: %s".formatted(file, e.getMessage()), e);
        }
    }

    synchronized void delete() {
        StateFolder.deleteFile(file);
    }

    /** Ends what a launcher left that was killed itself. */
    void endOrphans() {
        read().ifPresent(content -> {
            var orphans = content.processes().stream()
                    .map(Recorded::find)
                    .flatMap(Optional::stream)
                    .toList();
            var families = orphans.stream()
                    .flatMap(orphan ->
                            java.util.stream.Stream.concat(java.util.stream.Stream.of(orphan), orphan.descendants()))
                    .toList();
            families.forEach(ProcessHandle::destroyForcibly);
            families.forEach(process -> process.onExit().join());
            delete();
        });
    }
}
