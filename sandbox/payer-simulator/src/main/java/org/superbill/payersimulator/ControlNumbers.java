package org.superbill.payersimulator;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** ISA13 and GS06 of what the payer sends: each number once. */
@Singleton
public class ControlNumbers {
    private final Path file;
    private long last;

    ControlNumbers(StateDirectory state) {
        this.file = state.folder("clock").resolve("control-number");
        try {
            this.last =
                    Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized long next() {
        last = last % 999_999_999 + 1;
        StateDirectory.write(file, String.valueOf(last).getBytes(StandardCharsets.UTF_8));
        return last;
    }
}
