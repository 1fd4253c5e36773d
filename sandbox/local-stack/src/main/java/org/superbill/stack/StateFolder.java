package org.superbill.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The folder in which one system keeps what outlives a stop. */
final class StateFolder {
    private static final String LEAST_FREE_VARIABLE = "SUPERBILL_LEAST_FREE_MEGABYTES";
    private static final long LEAST_FREE_MEGABYTES = 2048;
    private static final long MEGABYTE = 1L << 20;
    /** All that this project puts there; a folder that somebody names may hold other things. */
    private static final List<String> OURS =
            List.of("postgres", "kafka", "coding-service", "payer-simulator", "logs", "tokens", "secrets");

    private StateFolder() {}

    /** Held by the system that runs on this state, until it is closed or its JVM ends in any way. @throws StackException when another holds it */
    static FileChannel lock(Path state) {
        try {
            Files.createDirectories(state);
            var channel = FileChannel.open(state.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel)) {
                return channel;
            }
            channel.close();
            throw new StackException(
                    "Superbill already runs on %s: run \"./superbill down\" first, or give another folder with --state"
                            .formatted(state));
        } catch (IOException e) {
            throw new StackException("The state folder %s cannot be used: %s".formatted(state, e), e);
        }
    }

    /** Whether nothing runs on this state any more. */
    static boolean isFree(Path state) {
        try (var channel = FileChannel.open(state.resolve("lock"), StandardOpenOption.WRITE)) {
            return tryLock(channel);
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // held in this very JVM
        }
    }

    /** @throws StackException when the disk is as good as full */
    static void requireSpace(Path state) {
        var given = System.getenv(LEAST_FREE_VARIABLE);
        var least = given == null || given.isBlank() ? LEAST_FREE_MEGABYTES : megabytes(given.strip());
        try {
            Files.createDirectories(state);
            var free = Files.getFileStore(state).getUsableSpace() / MEGABYTE;
            if (free < least) {
                throw new StackException(
                        "The disk of %s has %d MB left, and Superbill wants %d MB: make room, give another folder with --state, or set %s"
                                .formatted(state, free, least, LEAST_FREE_VARIABLE));
            }
        } catch (IOException e) {
            throw new StackException("The state folder %s cannot be used: %s".formatted(state, e), e);
        }
    }

    private static long megabytes(String given) {
        if (!given.matches("[0-9]{1,12}")) {
            throw new StackException(
                    "%s is \"%s\": set it to a number of megabytes".formatted(LEAST_FREE_VARIABLE, given));
        }
        return Long.parseLong(given);
    }

    /** Deletes what earlier runs left, and nothing that is not ours. */
    static void empty(Path state) {
        try {
            for (var name : OURS) {
                Directories.delete(state.resolve(name));
            }
        } catch (IOException e) {
            throw new StackException("%s cannot be emptied: %s".formatted(state, e), e);
        }
    }

    static void deleteFile(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StackException("%s cannot be deleted: %s".formatted(file, e), e);
        }
    }

    /** Each run writes new logs; those of the run before are kept beside them. */
    static void keepPreviousLogs(Path state) {
        var logs = state.resolve("logs");
        try {
            Files.createDirectories(logs);
            try (var files = Files.newDirectoryStream(logs, "*.log")) {
                for (var file : files) {
                    Files.move(
                            file, logs.resolve(file.getFileName() + ".previous"), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new StackException("The logs in %s cannot be kept: %s".formatted(logs, e), e);
        }
    }
}
