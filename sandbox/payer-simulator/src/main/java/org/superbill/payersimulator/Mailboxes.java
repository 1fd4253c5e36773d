package org.superbill.payersimulator;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What waits for each account, oldest first, until the account acknowledges that it has it. */
@Singleton
public class Mailboxes {
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9.-]{1,120}");

    private final StateDirectory state;
    /** Not the payer's clock, which stands still: it numbers the files. */
    private final Clock clock = Clock.systemUTC();

    private long lastNumber;

    Mailboxes(StateDirectory state) {
        this.state = state;
    }

    /** @param kind {@code TA1}, {@code 999}, {@code 277CA}, {@code 277}, {@code 271} or {@code 835} */
    public synchronized void deliver(String account, String kind, byte[] x12) {
        lastNumber = Math.max(lastNumber + 1, clock.millis() * 1_000);
        StateDirectory.write(folder(account).resolve("%020d.%s".formatted(lastNumber, kind)), x12);
    }

    public List<Waiting> waiting(String account) {
        try (var files = Files.list(folder(account))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted(Comparator.naturalOrder())
                    .map(name -> new Waiting(name, name, name.substring(name.indexOf('.') + 1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<byte[]> content(String account, String id) {
        try {
            var file = file(account, id);
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void acknowledge(String account, String id) {
        try {
            Files.deleteIfExists(file(account, id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static boolean isAccount(String account) {
        return ACCOUNT.matcher(account).matches();
    }

    private Path file(String account, String id) {
        if (!FILE.matcher(id).matches() || id.startsWith(".")) {
            throw new IllegalArgumentException("Not a file's id");
        }
        return folder(account).resolve(id);
    }

    private Path folder(String account) {
        if (!isAccount(account)) {
            throw new IllegalArgumentException("Not an account");
        }
        return state.folder("accounts/" + account + "/outbound");
    }

    /** A file that waits for its account. */
    public record Waiting(String id, String name, String kind) {}
}
