package org.superbill.payersimulator.clock;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.superbill.payersimulator.StateDirectory;

/** The date on which the payer works. It stands still until it is moved or a file comes that was written later, and never goes back. */
@Singleton
public class PayerClock {
    private static final LocalDate START = LocalDate.of(2026, 3, 2);
    private static final LocalDate END =
            LocalDate.of(2999, 12, 31); // X12 writes years with four digits, and it never goes back

    /** A file that says to be written later than this many days after the payer's day and the world's has a wrong date. */
    private static final int MOST_DAYS_AHEAD = 31;

    private final Path file;
    /** The day of everybody else, which nobody moves. */
    private final Clock world = Clock.systemUTC();

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

    /** Goes along to the day on which a sender wrote a file, for nothing is decided before it is sent. One wrong date does not move it. */
    public synchronized void follow(LocalDate writtenOn) {
        var worlds = LocalDate.now(world);
        var latest = (worlds.isAfter(today) ? worlds : today).plusDays(MOST_DAYS_AHEAD);
        if (writtenOn.isAfter(today) && !writtenOn.isAfter(latest)) {
            moveTo(writtenOn);
        }
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
