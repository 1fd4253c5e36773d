package org.superbill.payersimulator.clock;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.superbill.payersimulator.StateDirectory;

/** The date on which the payer works. It stands still until it is moved, and never goes back. */
@Singleton
public class PayerClock {
    private static final LocalDate START = LocalDate.of(2026, 3, 2);
    private static final LocalDate END =
            LocalDate.of(2999, 12, 31); // X12 writes years with four digits, and it never goes back

    private final Path file;
    private LocalDate today;

    PayerClock(StateDirectory state) {
        this.file = state.folder("clock").resolve("today");
        try {
            this.today =
                    Files.exists(file) ? LocalDate.parse(Files.readString(file).strip()) : START;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized LocalDate today() {
        return today;
    }

    /** A claim cannot have been given after the day on which it arrives. */
    public synchronized LocalDate notBefore(LocalDate date) {
        if (date.isAfter(today)) {
            moveTo(date);
        }
        return today;
    }

    public synchronized LocalDate moveTo(LocalDate date) {
        if (date.isBefore(today)) {
            throw new IllegalArgumentException("The clock is at %s and does not go back".formatted(today));
        }
        if (date.isAfter(END)) {
            throw new IllegalArgumentException("The clock goes to %s at most".formatted(END));
        }
        StateDirectory.write(file, date.toString().getBytes(StandardCharsets.UTF_8));
        today = date;
        return today;
    }
}
