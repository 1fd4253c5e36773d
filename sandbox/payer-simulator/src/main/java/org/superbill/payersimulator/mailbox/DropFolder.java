package org.superbill.payersimulator.mailbox;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jboss.logging.Logger;
import org.superbill.payersimulator.Mailboxes;
import org.superbill.payersimulator.StateDirectory;
import org.superbill.payersimulator.intake.Intake;

/**
 * The same mailboxes as folders: an 837 that is put (moved) into {@code accounts/ACCOUNT/inbound/} is taken, the answers are in
 * {@code accounts/ACCOUNT/outbound/}. What cannot be read goes to {@code refused/ACCOUNT/}.
 */
@Singleton
class DropFolder {
    private static final Logger LOG = Logger.getLogger(DropFolder.class);

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
                    takeIfWhole(name, file);
                }
            }
        }
    }

    /** One that cannot be read or moved must not hold up the others, of its account and of the accounts after it. */
    private void takeIfWhole(String account, Path file) {
        var name = file.getFileName().toString();
        if (name.startsWith(".") || name.endsWith(".tmp") || !Files.isRegularFile(file)) {
            return; // still being written, or no file
        }
        try {
            take(account, file);
        } catch (IOException e) {
            LOG.warnf("A file of account %s is left where it is: %s", account, e.getMessage());
        }
    }

    private void take(String account, Path file) throws IOException {
        var x12 = Files.readAllBytes(file);
        try {
            intake.take(account, x12);
            Files.delete(file);
        } catch (RuntimeException e) {
            LOG.warnf("A file of account %s is refused: %s", account, e);
            var refused = state.folder("refused/" + account)
                    .resolve(file.getFileName().toString());
            Files.move(
                    file,
                    refused,
                    StandardCopyOption.REPLACE_EXISTING); // a name that comes again must not hold up the others
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
