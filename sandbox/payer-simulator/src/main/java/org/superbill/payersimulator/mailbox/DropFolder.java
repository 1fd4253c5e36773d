package org.superbill.payersimulator.mailbox;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jboss.logging.Logger;
import org.superbill.payersimulator.Mailboxes;
import org.superbill.payersimulator.StateDirectory;
import org.superbill.payersimulator.intake.Intake;

/**
 * The same mailboxes as folders: a file that is put (moved) into {@code accounts/ACCOUNT/inbound/} is taken, the answers are in
 * {@code accounts/ACCOUNT/outbound/}. What cannot be read goes to {@code accounts/ACCOUNT/refused/}, with its reason beside it.
 */
@Singleton
class DropFolder {
    private static final Logger LOG = Logger.getLogger(DropFolder.class);

    /** As much as HTTP takes. */
    private static final long MOST_BYTES = 100L << 20;

    /** Ends of names that programs give to a file while they write it. */
    private static final List<String> UNFINISHED = List.of(".tmp", ".part", ".filepart");

    private final StateDirectory state;
    private final Intake intake;

    DropFolder(StateDirectory state, Intake intake) {
        this.state = state;
        this.intake = intake;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() throws IOException {
        for (var account : list(state.folder("accounts"))) {
            var name = account.getFileName().toString();
            var inbound = account.resolve("inbound");
            if (Mailboxes.isAccount(name) && Files.isDirectory(inbound)) {
                for (var file : list(inbound)) {
                    look(name, file);
                }
            }
        }
    }

    /** Whatever is wrong with one file, the others are taken. */
    private void look(String account, Path file) {
        var name = file.getFileName().toString();
        if (name.startsWith(".") || UNFINISHED.stream().anyMatch(name::endsWith) || !Files.isRegularFile(file)) {
            return; // still being written, or no file
        }
        try {
            take(account, file);
        } catch (IOException | UncheckedIOException e) {
            LOG.warnf(e, "A file of account %s is tried again", account); // the disk's trouble, not the file's
        } catch (RuntimeException e) {
            LOG.warnf(e, "A file of account %s is refused", account);
            refuse(account, file, String.valueOf(e.getMessage()));
        }
    }

    private void take(String account, Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IllegalArgumentException("The file has more than " + MOST_BYTES + " bytes");
        }
        intake.take(account, Files.readAllBytes(file));
        Files.delete(file);
    }

    private void refuse(String account, Path file, String reason) {
        try {
            var refused = state.folder("accounts/" + account + "/refused").resolve(file.getFileName());
            StateDirectory.write(
                    refused.resolveSibling(file.getFileName() + ".reason.txt"),
                    (reason + '\n').getBytes(StandardCharsets.UTF_8));
            Files.move(
                    file,
                    refused,
                    StandardCopyOption.REPLACE_EXISTING); // a name that comes again must not hold up the others
        } catch (IOException | UncheckedIOException e) {
            LOG.warnf(e, "A refused file of account %s stays where it is", account);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
